import type { ServiceFacts } from '../codes';
import { count, thousands } from './count';
import { ON_A_COMPUTER } from './place';
import { cut, type Sentences } from './words';

/** Sentences about the service, credits and the connection. */
export const SERVICE_SENTENCES: Sentences<ServiceFacts> = {
  creditsOut: ({ requested, missing }) =>
    requested === null || missing === null
      ? 'No Trace credits are left. Top up at app.tracedata.ai, under Settings > Usage & Credits.'
      : `Not enough Trace credits: ${thousands(requested)} needed, ${thousands(missing)} missing. Top up at app.tracedata.ai, under Settings > Usage & Credits.`,
  waitsForConsent: ({ credits }) =>
    `Waiting for approval (${count(credits, 'credit', 'credits')}). Fetch it in the Trace panel.`,
  dailyLimitReached: ({ limit, credits }) =>
    `Daily limit of ${count(limit, 'credit', 'credits')} reached. This cell needs ${thousands(credits)} more. Fetch it in the Trace panel${ON_A_COMPUTER}, or raise the limit there.`,
  limitNotKept: () =>
    `Not fetched: spending cannot be saved right now, so the limit allows nothing. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`,
  ownerNeeded: () =>
    `Only the owner of this file can fetch this. The owner chooses Retry problems in the Trace panel${ON_A_COMPUTER}.`,
  notFetchedYet: () => `Not fetched yet. Fetch it in the Trace panel${ON_A_COMPUTER}.`,
  rateLimited: ({ waitSeconds }) =>
    waitSeconds === null
      ? `Trace gets too many requests from this key. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`
      : `Trace gets too many requests from this key. Wait ${count(waitSeconds, 'second', 'seconds')}, then choose Retry problems${ON_A_COMPUTER}.`,
  serviceFailed: ({ status }) =>
    `Trace has a problem (HTTP ${status}). Wait a few minutes, then choose Retry problems${ON_A_COMPUTER}.`,
  requestRefused: ({ status, message }) =>
    message === ''
      ? `Trace refused the request (HTTP ${status}). Check the formula's arguments.`
      : `Trace refused the request (HTTP ${status}): ${cut(message)}. Check the formula's arguments.`,
  routeMissing: () => "Trace doesn't support this function yet. Help lists the others.",
  offline: () => `You are offline. Connect to the internet, then choose Retry problems${ON_A_COMPUTER}.`,
  unreachable: () => `Trace could not be reached. Check your connection, then choose Retry problems${ON_A_COMPUTER}.`,
  timedOut: () => `Trace took too long. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`,
  unreadable: () =>
    `The answer from Trace could not be read. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`,
  leftOut: () => `Trace answered without this row. Choose Retry problems${ON_A_COMPUTER}.`,
};

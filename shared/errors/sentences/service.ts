import type { ServiceFacts } from '../codes';
import { countOf, cut, seconds, type Sentences, thousands } from './words';

/** Sentences about the service, credits and the connection. */
export const SERVICE_SENTENCES: Sentences<ServiceFacts> = {
  creditsOut: ({ requested, missing }) =>
    requested === null || missing === null
      ? 'The Trace credits are used up. Top up under Trace > Settings > Usage & Credits.'
      : `Too few Trace credits: ${thousands(requested)} needed, ${thousands(missing)} missing. Top up under Trace > Settings > Usage & Credits.`,
  waitsForConsent: ({ credits }) =>
    `${countOf(credits, 'credit')} to fetch this; in a shared Google Sheet the owner pays. Press Fetch waiting in the Trace panel.`,
  dailyLimitReached: ({ limit, credits }) =>
    `${countOf(credits, 'credit')} to fetch this, and formulas may spend no more than ${thousands(limit)} a day here. Press Fetch waiting in the Trace panel, or raise the limit there.`,
  limitNotKept: () =>
    'Nothing was fetched: a credit limit is set, and spending cannot be saved right now. Try again in a minute, or choose Freely under Spending.',
  notFetchedYet: () => 'not fetched yet, press Fetch waiting in the Trace panel.',
  rateLimited: ({ waitSeconds }) =>
    waitSeconds === null
      ? 'Trace is getting too many requests from this key. Wait a minute, then ask again.'
      : `Trace is getting too many requests from this key. Ask again in ${seconds(waitSeconds)}.`,
  serviceFailed: ({ status }) => `Trace has a problem (HTTP ${status}). Ask again in a few minutes.`,
  requestRefused: ({ status, message }) =>
    message === ''
      ? `Trace refused the request (HTTP ${status}). Check the formula's arguments.`
      : `Trace refused the request (HTTP ${status}): ${cut(message)}. Check the formula's arguments.`,
  routeMissing: ({ operation }) => `Trace does not offer this yet (${operation}). Use another function.`,
  unreachable: () => 'Trace could not be reached. Check the connection, then ask again.',
  timedOut: () => 'Trace took too long to answer. Ask again in a minute.',
  unreadable: () => 'The answer from Trace could not be read. Ask again in a minute.',
  leftOut: () => 'The answer from Trace left this row out. Ask again for this row.',
};

import {
  checkKey,
  keyClassOf,
  maskApiKey,
  readApiKey,
  runAsync,
  toTraceError,
  TraceError,
  type AsyncPerformers,
} from '../shared/index';
import type { PageHost } from '../shared/sidebar/index';
import type { Ask, KeyStatus, PageMessage, PageMessages } from '../shared/sidebar/protocol';
import { readAccount } from './account';
import { excelApi } from './excel-api';
import { ACCOUNT_ID, API_KEY, readStored, writeStored } from './key-store';
import { NETWORK } from './network';
import { onRequest, readRequestLog } from './request-log';
import { retryProblems } from './retry-problems';

const KEY_NOTE =
  'The key is kept in this browser or Excel, for you alone; it is never written into the workbook. Who opens the workbook elsewhere needs a key of their own to ask for new answers.';

/** Served beside the pane, by the relay and by the workbook. */
const DOCS = 'docs/';

/** A test of the key looks nothing up and remembers nothing. */
const PERFORMERS: AsyncPerformers = {
  ...NETWORK,
  cacheGet: () => new Map(),
  cachePut: () => undefined,
  lookup: () => new Map(),
};

/** What only a host that has to take a formula out of its cell can be asked. */
type NotOffered = 'restoreFormulas';

type Handlers = {
  readonly [N in Exclude<PageMessage, NotOffered>]: (
    ...args: PageMessages[N]['args']
  ) => PageMessages[N]['value'] | Promise<PageMessages[N]['value']>;
};

/** What the pane may ask of Excel. The key never comes back. */
export function makePaneHost(): PageHost {
  const handlers: Handlers = {
    keyStatus,
    setKey(pasted, account) {
      const apiKey = readApiKey(pasted);
      if (account === 'anotherAccount') writeStored(ACCOUNT_ID, null);
      writeStored(API_KEY, apiKey);
      return keyStatus();
    },
    forgetKey() {
      writeStored(API_KEY, null);
      writeStored(ACCOUNT_ID, null);
      return keyStatus();
    },
    async testKey() {
      await runAsync(checkKey(), PERFORMERS);
      return null;
    },
    retryProblems: async () => ({ cells: await retryProblems(), left: 0 }),
    requestLog: () => readRequestLog(),
  };
  const ask: Ask = async (message, ...args) => {
    try {
      const handler = handlers[message as keyof Handlers] as (
        ...received: typeof args
      ) => PageMessages[typeof message]['value'];
      return { ok: true, value: await handler(...args) };
    } catch (thrown) {
      return { ok: false, sentence: toTraceError(thrown).message };
    }
  };
  const offers = new Set(Object.keys(handlers) as PageMessage[]);
  const page = { ask, offers, keyNote: KEY_NOTE, docs: DOCS, onRequest };
  if (excelApi() !== undefined) return page;
  offers.delete('retryProblems');
  return { ...page, notice: new TraceError('hostMissing', {}).message };
}

function keyStatus(): KeyStatus {
  const apiKey = readStored(API_KEY);
  const account = readAccount();
  if (!apiKey || account === null) return { hasKey: false };
  return { hasKey: true, masked: maskApiKey(apiKey), keyClass: keyClassOf(apiKey), account: account.id.slice(0, 4) };
}

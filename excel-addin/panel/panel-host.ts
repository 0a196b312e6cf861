import {
  endPause,
  forgetKey,
  performAction,
  readCreditsLeft,
  readCredits,
  setKey,
  testKey,
  toRefused,
  tryKey,
  type RetriedCells,
  type SpendingStatus,
} from '../../shared/panel';
import { hasCutLists, readPolicy, runAsync, toTraceError, TraceError, waitingStatus } from '../../shared/formulas';
import type { Ask, BulkHost, PanelHost, PanelMessage, PanelMessages } from '../../shared/ports';
import { KEY_STORE, readAccount, storeListsAllowed } from '../stored/account';
import { answersOf, pageAnswers } from '../functions/answer-store';
import { writeSpendPolicy } from '../stored/document-settings';
import { excelApi } from '../excel-api';
import { askForStorage, noteKey, toKeyNote } from '../stored/key-place';
import { NETWORK, networkWith, onRequest, readRequestLog } from '../functions/network';
import { PANEL_NETWORK } from './panel-network';
import { documentSettings, documentUrl, hasFixedKey, supportsExcelApi } from '../office';
import { agreeTo, approve, onSpending, ledgerNow } from './panel-spending';
import { onOpen } from './panel-open';
import { readGridPage } from '../problems/grid-page';
import { readProblems } from '../problems/shown-problems';
import { readPractice } from './practice';
import { readShownKey } from './shown-key';
import { pageSpending } from '../stored/spending';

const NO_ADDRESS = 'Excel does not say where this workbook is saved, so choices for it last until you close it.';
const COUNTED_NOTE = 'Counted on this device.';
const PAYER = 'Formulas here spend the credits of your key. Others pay with their own key.';

/** The help pages beside the panel, served by the relay and by the workbook. */
const DOCS = 'docs/';

/**
 * The version of Excel's API that lets an enrichment see merged cells before it writes. Excel 2021 and later have it:
 * https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-1-13-requirement-set.
 */
const BULK_API = '1.13';

/** Messages for hosts that edit formulas to retry them, or whose page and script are separate. */
type NotOffered = 'removeRefresh' | 'exchange' | 'setOwnerLimit';

/** Messages that make no sense without a workbook. */
const ABOUT_CELLS: readonly PanelMessage[] = [
  'problems',
  'outdated',
  'priceRetry',
  'retryProblems',
  'spending',
  'setPolicy',
  'fetchWaiting',
  'letFetch',
  'setListsAllowed',
];

const ABOUT_KEY: readonly PanelMessage[] = ['setKey', 'forgetKey', 'tryKey', 'testKey'];

type Handlers = {
  readonly [N in Exclude<PanelMessage, NotOffered>]: (
    ...args: PanelMessages[N]['args']
  ) => PanelMessages[N]['value'] | Promise<PanelMessages[N]['value']>;
};

/** Answers the panel's messages in Excel. No answer contains the key. */
export function makePanelHost(): PanelHost {
  const handlers: Handlers = {
    keyStatus: readShownKey,
    async setKey(pasted, account, standing) {
      const status = setKey(KEY_STORE, pasted, account, standing);
      await noteKey(true);
      return status;
    },
    async forgetKey() {
      const status = forgetKey(KEY_STORE);
      await noteKey(false);
      return status;
    },
    tryKey(pasted) {
      askForStorage();
      return tryKey(pasted, (apiKey, task) => runAsync(task, networkWith(apiKey)));
    },
    async testKey() {
      const verdict = await runAsync(testKey(KEY_STORE), NETWORK);
      if (verdict.is === 'works') await endPauses();
      return verdict;
    },
    problems: readProblems,
    outdated: async () => (readAccount() === null ? 0 : (await import('../problems/retry-problems')).countOutdated()),
    priceRetry: async () => (await import('../bulk/bulk-host')).priceRetry(),
    retryProblems: () => tryAgain(false),
    spending,
    async setPolicy(policy) {
      await writeSpendPolicy(readPolicy(policy));
      return spending();
    },
    async fetchWaiting(credits) {
      const agreed = readCredits(credits);
      const account = readAccount();
      if (account === null) throw new TraceError('noKey', {});
      const withLists = hasCutLists(pageSpending().waitingOf(account.id));
      await agreeTo(pageSpending(), account.id, agreed, Date.now());
      return tryAgain(withLists);
    },
    async letFetch(credits) {
      const approved = readCredits(credits);
      const account = readAccount();
      if (account === null) throw new TraceError('noKey', {});
      await endPauses();
      if (approved > 0) await approve(pageSpending(), account.id, approved, Date.now());
      return null;
    },
    account: readAccount,
    setListsAllowed(isAllowed) {
      storeListsAllowed(isAllowed === true);
      return null;
    },
    act: (name, given) => performAction(PANEL_NETWORK, name, given),
    requestLog: () => readRequestLog(),
  };
  const ask: Ask = async (message, ...args) => {
    try {
      const handler = handlers[message as keyof Handlers] as (
        ...received: typeof args
      ) => PanelMessages[typeof message]['value'];
      return { ok: true, value: await handler(...args) };
    } catch (thrown) {
      return toRefused(toTraceError(thrown));
    }
  };
  const offers = new Set(Object.keys(handlers) as PanelMessage[]);
  if (hasFixedKey()) for (const message of ABOUT_KEY) offers.delete(message);
  const bulk = async (): Promise<BulkHost> => (await import('../bulk/bulk-host')).makeBulkHost();
  const isPersonal = documentSettings()?.isPersonal === true;
  const grid = readGridPage();
  const beside = grid === undefined ? {} : { cellLine: grid.line, showPanel: grid.showPanel, editCell: grid.editCell };
  const selected = { onSelectedCell, ...beside };
  const choiceNote = (): string => (isPersonal || documentUrl() !== '' ? '' : NO_ADDRESS);
  const page = {
    ask,
    offers,
    payer: PAYER,
    choiceNote,
    countedNote: COUNTED_NOTE,
    keyNote: toKeyNote(),
    docs: DOCS,
    onOpen,
    onRequest,
    onSpending,
  };
  if (excelApi() !== undefined)
    return supportsExcelApi(BULK_API) ? { ...page, bulk, explore: bulk, readPractice, ...selected } : page;
  for (const message of ABOUT_CELLS) offers.delete(message);
  return { ...page, notice: toRefused(new TraceError('hostMissing', {})).sentence };
}

/** Loads the code that reads cells. */
const onSelectedCell: NonNullable<PanelHost['onSelectedCell']> = (tell) => {
  let isStopped = false;
  let stop = (): void => undefined;
  void import('../bulk/bulk-host').then(({ followSelectedCell }) => {
    if (!isStopped) stop = followSelectedCell(tell);
  });
  return () => {
    isStopped = true;
    stop();
  };
};

/** Lets formulas ask again. */
async function endPauses(): Promise<void> {
  const account = readAccount();
  if (account !== null) await runAsync(endPause(account.id), answersOf(pageAnswers()));
}

/** @param withLists whether to also recalculate formulas that may show part of a list */
async function tryAgain(withLists: boolean): Promise<RetriedCells> {
  await endPauses();
  const { retryProblems, toKeptWords } = await import('../problems/retry-problems');
  const { cells, kept } = await retryProblems(withLists);
  return { cells, left: 0, ...(kept.length > 0 ? { kept: toKeptWords(kept) } : {}) };
}

async function spending(): Promise<SpendingStatus> {
  const id = readAccount()?.id ?? '';
  const { policy, ownerLimit, counters } = await ledgerNow(pageSpending(), id, Date.now());
  const creditsLeft = await runAsync(readCreditsLeft(id), answersOf(pageAnswers()));
  return {
    policy,
    ownerLimit,
    formulasToday: counters.formulas,
    runsToday: counters.runs,
    ...(creditsLeft === null ? {} : { creditsLeft }),
    waiting: waitingStatus(pageSpending().waitingOf(id)),
    fetching: pageSpending().pending,
  };
}

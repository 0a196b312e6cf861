import { agreeTo } from '../../excel-addin/panel/panel-spending';
import { pageSpending } from '../../excel-addin/stored/spending';
import { ACCOUNT_ID, API_KEY, writeStored } from '../../excel-addin/stored/key-store';
import type { PanelHost, SpendRequest } from '../../shared/ports';
import { makeExcelApi } from '../../workbook/office/excel-api';
import { FakeStorage } from '../fakes/excel/fake-storage';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';
import { FakeWorkbook } from '../fakes/excel/workbook';

/** What the panel lets formulas fetch, and which cells it enters again for it. */

// Its types are a browser's, which the tests' are not.
const { makePanelHost }: { makePanelHost(): PanelHost } = jest.requireActual('../../excel-addin/panel/panel-host');

const globals = globalThis as { Excel?: unknown; Office?: unknown; localStorage?: unknown };
const ASKED: SpendRequest = { kind: 'partners', needed: ['stripe.com'], ifFree: [] };
const CUT = new Map([['stripe.com', { rows: 3, total: 26 }]]);

const of = (formula: string, shown: unknown): FakeCell => ({ formula, shown });
let sheet: FakeSheet;

beforeEach(() => {
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: new FakeStorage() });
  writeStored(API_KEY, 'trace_demo');
  writeStored(ACCOUNT_ID, 'acc-1');
  sheet = new FakeSheet([
    [of('=TRACE_PARTNERS("stripe.com")', 'Klarna, Adyen, Mollie … +23 more'), of('=TRACE_TECH(A1)', 'React')],
    [of('=TRACE_COMPANY("a.com")', '#N/A'), of('=TRACE_PARTNERS("a.com")', 'none')],
  ]);
  globals.Excel = makeExcelApi(new FakeWorkbook(sheet));
  globals.Office = { context: { document: { settings: { get: () => ({ mode: 'onRequest' }) } } } };
});
afterEach(() => {
  for (const name of ['Excel', 'Office', 'localStorage'] as const) delete globals[name];
});

it.each([
  ['a list that a limit has cut is entered again, with others that may be', CUT, 26, ['0:0', '1:0', '1:1']],
  ['where no list was cut, only what shows a problem is', undefined, 1, ['1:0']],
] as const)('%s', async (_name, read, credits, retried) => {
  await pageSpending().reserve('acc-1', { request: read === undefined ? ASKED : { ...ASKED, read } }, Date.now());
  const host = makePanelHost();
  const before = await host.ask('spending');
  const answer = await host.ask('fetchWaiting', credits);
  expect(before).toMatchObject({ value: { waiting: { cells: 1, credits, isLeast: read === undefined } } });
  expect({ answer, retried: [...sheet.retried].sort() }).toEqual({
    answer: { ok: true, value: { cells: retried.length, left: 0 } },
    retried,
  });
});

it.each([-1, 1.5, Infinity, 2 ** 60, '7', null])('%p are no credits to approve', async (credits) => {
  const answer = await makePanelHost().ask('fetchWaiting', credits as number);
  expect({ answer, retried: sheet.retried }).toMatchObject({
    answer: { ok: false, code: 'actionMalformed' },
    retried: [],
  });
});

it('the panel hears how many formulas still wait for their answers, each time that some have theirs', async () => {
  const spending = pageSpending();
  const host = makePanelHost();
  const left: unknown[] = [];
  let asked = Promise.resolve();
  const stop = host.onSpending!(() => {
    asked = asked.then(async () => {
      const answer = await host.ask('spending');
      left.push(answer.ok && answer.value.fetching);
    });
  });
  await agreeTo(spending, 'acc-1', 10, Date.now());
  spending.pending = 200;
  const grant = await spending.reserve('acc-1', { request: ASKED }, Date.now());
  await asked;
  spending.pending = 100;
  await spending.settle('acc-1', { grant, kind: 'partners', outcomes: new Map() }, Date.now());
  await asked;
  stop();
  spending.pending = 0;
  await spending.settle('acc-1', { grant, kind: 'partners', outcomes: new Map() }, Date.now());
  expect(left).toEqual([200, 100]);
});

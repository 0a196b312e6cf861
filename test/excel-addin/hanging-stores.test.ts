import { BrowserDatabases } from '../fakes/excel/browser-databases';
import { FakeStorage } from '../fakes/excel/fake-storage';
import { BOOK_URL } from '../fakes/excel/page';
import { readErrorCell } from '../fakes/excel/results';
import type { ExcelRuntime } from '../fakes/excel/runtime';
import { DEMO_KEY, startExcelSession, type ExcelSession } from '../fakes/excel/session';

/** The browser's databases as browsers have them: Microsoft's runtime, the built functions, a store that fails. */

const DOMAINS = ['company-1.example', 'company-2.example', 'company-3.example'];
const NAMES = ['Company 1', 'Company 2', 'Company 3'];

let excel: ExcelSession;
let databases: BrowserDatabases;
let storage: FakeStorage;

beforeAll(async () => {
  excel = await startExcelSession();
});
beforeEach(async () => {
  await excel.sandbox.reset();
  databases = new BrowserDatabases();
  storage = new FakeStorage();
  storage.setItem('trace.apiKey', DEMO_KEY);
  storage.setItem(`trace.policy|${BOOK_URL}`, '{"mode":"freely"}');
});
afterAll(() => excel.stop());

/** A page of the same user. */
function openHurried(options: Parameters<ExcelSession['open']>[0]): ExcelRuntime {
  return excel.open({
    limitHurry: 10,
    storage,
    settings: new Map([['trace.spendPolicy', { mode: 'freely' }]]),
    ...options,
  });
}

async function names(page: ExcelRuntime, domains = DOMAINS): Promise<readonly unknown[]> {
  const asked = domains.map((domain) => ({ id: 'TRACE_COMPANY', args: [[[domain]], null, null] }));
  const results = await page.send(asked).results;
  return results.map((result) =>
    result.ok ? (readErrorCell(result.table[0]?.[0])?.sentence ?? result.table[0]?.[0]) : '?',
  );
}

const charged = async (): Promise<number> => (await excel.sandbox.ledger()).chargedCompanies;

test('what one page has fetched, the next one reads from the database', async () => {
  expect(await names(openHurried({ databases }))).toEqual(NAMES);
  const next = openHurried({ databases });
  expect({ names: await names(next), requests: next.sent.length, charged: await charged() }).toEqual({
    names: NAMES,
    requests: 0,
    charged: 3,
  });
});

test.each([
  ['hangs while opening', () => (databases.hangs = 'opening'), 10_000],
  ['hangs while asking', () => (databases.hangs = 'asking'), 10_000],
  ['throws', () => (databases.isRefused = true), 0],
])('a database that %s costs the first cells at most ten seconds, and memory serves', async (_how, fail, waitMs) => {
  fail();
  const page = openHurried({ databases });
  expect({ names: await names(page), databaseWaitMs: page.databaseWaitMs }).toEqual({
    names: NAMES,
    databaseWaitMs: waitMs,
  });
  expect({
    names: await names(page),
    databaseWaitMs: page.databaseWaitMs,
    requests: page.sent.length,
    charged: await charged(),
  }).toEqual({ names: NAMES, databaseWaitMs: waitMs, requests: 1, charged: 3 });
});

test.each(['opening', 'asking'] as const)(
  'databases that hang while %s cost ten seconds together, and again only once they are tried again',
  async (hangs) => {
    databases.hangs = hangs;
    const page = openHurried({ databases });
    expect({ names: await names(page, ['company-1.example']), databaseWaitMs: page.databaseWaitMs }).toEqual({
      names: ['Company 1'],
      databaseWaitMs: 10_000,
    });
    page.pass(31_000);
    expect({ names: await names(page, ['company-2.example']), databaseWaitMs: page.databaseWaitMs }).toEqual({
      names: ['Company 2'],
      databaseWaitMs: 20_000,
    });
  },
);

test('under a limit, nothing is spent that a hanging database cannot book', async () => {
  databases.hangs = 'opening';
  storage.removeItem(`trace.policy|${BOOK_URL}`);
  const page = openHurried({ databases, settings: new Map() });
  const shown = await names(page);
  expect({
    areSentences: shown.every((text) => /^.{15,}\.$/.test(String(text))),
    databaseWaitMs: page.databaseWaitMs,
    charged: await charged(),
  }).toEqual({ areSentences: true, databaseWaitMs: 10_000, charged: 0 });
});

test('a database that was silent is opened again later, and then stores what came meanwhile', async () => {
  databases.hangs = 'opening';
  const page = openHurried({ databases });
  await names(page, ['company-1.example']);
  databases.hangs = null;
  const before = databases.opened;
  page.pass(60_000);
  await names(page, ['company-2.example']);
  expect(databases.opened).toBeGreaterThan(before);
  const next = openHurried({ databases });
  next.pass(60_000);
  const both = ['company-1.example', 'company-2.example'];
  expect({ names: await names(next, both), requests: next.sent.length }).toEqual({
    names: ['Company 1', 'Company 2'],
    requests: 0,
  });
});

test('connections that are closed without a word are opened again at the next call', async () => {
  const page = openHurried({ databases });
  await names(page, ['company-1.example']);
  databases.closeAll();
  await names(page, ['company-2.example']);
  await names(page, ['company-3.example']);
  expect(page.databaseWaitMs).toBe(0);
  const next = openHurried({ databases });
  expect({ names: await names(next, ['company-3.example']), requests: next.sent.length }).toEqual({
    names: ['Company 3'],
    requests: 0,
  });
});

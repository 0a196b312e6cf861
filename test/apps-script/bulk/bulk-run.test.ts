import { startEnrichment } from '../../../shared/runs';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { useSandbox } from '../../fakes/use-sandbox';
import { columnOf, NAME, planAll, TECHNOLOGIES, useCompanies } from './bulk-file';
import { companyNames, openWorld } from '../open-world';

const COUNTRY: Choice = { adds: 'company', field: 'country' };
const isSpending = (name: string): boolean => name.startsWith('TRACE_SPENDING_');

const sandbox = useSandbox();
let world: SheetsWorld;

beforeAll(async () => {
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});
afterAll(() => world.stop());

it('250 rows are three requests, cost what was counted, and are beside their companies', async () => {
  const grid = useCompanies(world, 250);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 250, [NAME, TECHNOLOGIES]);
  const end = await panel.start(plan, { cap: 500, quoted: 250 });
  const { balance, chargedCompanies } = await sandbox.ledger();
  expect({
    is: end.is,
    why: end.why,
    used: end.enrichment.spent.used,
    requests: (await sandbox.log()).length,
    chargedCompanies,
    isPaid: balance >= 0,
    titles: [grid.value({ row: 1, column: 2 }), grid.value({ row: 1, column: 3 })],
    names: columnOf(grid, 2, 250),
    filled: columnOf(grid, 3, 250).every((value) => typeof value === 'string' && value !== ''),
  }).toEqual({
    is: 'done',
    why: null,
    used: 250,
    requests: 3,
    chargedCompanies: 250,
    isPaid: true,
    titles: ['Company', 'Technologies'],
    names: companyNames(250).flat(),
    filled: true,
  });
});

/** The messages of an enrichment, from its start to its end. */
async function messagesOf(rows: number, choices: readonly Choice[]): Promise<readonly string[]> {
  useCompanies(world, rows);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, rows, choices);
  panel.messages.length = 0;
  const agreed = { cap: rows, quoted: rows, maxAgeMs: 30 * 86_400_000 };
  const { is } = await panel.run((ports) => startEnrichment(ports, plan, agreed));
  expect(is).toBe('done');
  return [...panel.messages];
}

// A message takes Google one to three seconds.
it('a thousand new rows with two columns take 16 messages, and two thousand more take 7', async () => {
  const one = await messagesOf(1_000, [NAME, COUNTRY]);
  const three = await messagesOf(3_000, [NAME, COUNTRY]);
  const count = (name: string): number => three.filter((each) => each === name).length;
  expect({ one: one.length, three: three.length, exchanges: count('exchange'), recalls: count('bulkRecall') }).toEqual({
    one: 16,
    three: 23,
    exchanges: 3,
    recalls: 3,
  });
});

it('the run is undone, with its titles, and cells that were edited since are left alone and listed', async () => {
  const grid = useCompanies(world, 50);
  world.state.userProperties.owner
    .names()
    .filter(isSpending)
    .forEach((name) => world.state.userProperties.owner.remove(name));
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 50, [NAME, { adds: 'company', field: 'primary_domain' }]);
  await panel.start(plan, { quoted: 50 });
  grid.hold({ row: 5, column: 2 }, 'by hand');
  const undone = await panel.undo();
  const left = columnOf(grid, 2, 50).filter((value) => value !== '');
  expect({
    undone: [undone.restored, undone.edited, undone.unrestored, undone.noPlace, undone.isWhole, undone.why],
    left,
    extent: grid.filled(),
    sheets: world.state.sheets.map(({ name }) => name),
    properties: Object.keys(world.state.documentProperties.read()).sort(),
    spending: world.state.userProperties.owner.names().filter(isSpending),
  }).toEqual({
    undone: [99, 1, [], [], true, null],
    left: ['by hand'],
    extent: { row: 51, column: 2 },
    sheets: ['Leads'],
    properties: ['TRACE_PAID_0'],
    spending: [],
  });
});

it('what a run has paid for is in the ledger, and counts for the person who ran it', async () => {
  useCompanies(world, 30);
  const runsToday = (): number =>
    (world.callRpc('spending') as { readonly value: { readonly runsToday: number } }).value.runsToday;
  const before = runsToday();
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 30, [NAME]);
  await panel.start(plan, { quoted: 30 });
  const runs = runsToday() - before;
  await panel.keep();
  world.state.documentCache.clear();
  const more = await planAll(panel, 30, [TECHNOLOGIES]);
  const again = await panel.start(more);
  expect({
    runs,
    creditsUsed: again.enrichment.spent.used,
    charged: (await sandbox.ledger()).chargedCompanies,
  }).toEqual({ runs: 30, creditsUsed: 0, charged: 30 });
});

it("an editor's run spends the editor's credits, and changes nothing in the owner's ledger", async () => {
  useCompanies(world, 10);
  const owner = new BulkPanel(world);
  const plan = await planAll(owner, 10, [NAME]);
  await owner.start(plan, { quoted: 10 });
  const before = world.state.documentProperties.read();
  await owner.keep();
  world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as: 'editor' });
  const editor = new BulkPanel(world, 'editor');
  const more = await planAll(editor, 10, [TECHNOLOGIES]);
  const end = await editor.start(more, { quoted: 10 });
  const after = world.state.documentProperties.read();
  expect({
    is: end.is,
    creditsUsed: end.enrichment.spent.used,
    paid: after['TRACE_PAID_0'],
    spent: after['TRACE_SPENT_0'],
  }).toEqual({ is: 'done', creditsUsed: 10, paid: before['TRACE_PAID_0'], spent: before['TRACE_SPENT_0'] });
});

it('a service that fails for seconds is waited for, with the file held, and the run goes on by itself', async () => {
  useCompanies(world, 10);
  await sandbox.faults({ fault: 'server-error', times: 3 });
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 10, [NAME]);
  const end = await panel.start(plan, { quoted: 10 });
  expect({
    is: end.is,
    why: end.why,
    found: end.summary.found,
    hasWaited: panel.events.some(({ is }) => is === 'waiting'),
  }).toEqual({ is: 'done', why: null, found: 10, hasWaited: true });
});

it('a limit holds: the run pauses with what it could pay for', async () => {
  const grid = useCompanies(world, 250);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 250, [NAME]);
  const end = await panel.start(plan, { cap: 120, quoted: 250 });
  const filled = columnOf(grid, 2, 250).filter((value) => value !== '').length;
  expect({
    is: end.is,
    why: end.why?.code,
    creditsUsed: end.enrichment.spent.used,
    filled,
    charged: (await sandbox.ledger()).chargedCompanies,
  }).toEqual({ is: 'paused', why: 'runCapReached', creditsUsed: 120, filled: 120, charged: 120 });
});

it('a key of another account pays for nothing: the run pauses, says so, and goes on when it is resumed', async () => {
  useCompanies(world, 1_100);
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, 1_100, [NAME]);
  let exchanges = 0;
  panel.before = (message) => {
    if (message !== 'exchange') return;
    exchanges += 1;
    if (exchanges === 2) world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  };
  const end = await panel.start(plan, { cap: 1_100, quoted: 1_100 });
  const sent = (await sandbox.log()).length;
  expect({ is: end.is, message: end.why?.message, sent, creditsUsed: end.enrichment.spent.used }).toEqual({
    is: 'paused',
    message: 'The API key now belongs to another account. Resume to pay with it, or set the previous key first.',
    sent: 10,
    creditsUsed: 1_000,
  });
  const resumed = await panel.resume();
  expect({ is: resumed.is, found: resumed.summary.found, creditsUsed: resumed.enrichment.spent.used }).toEqual({
    is: 'done',
    found: 1_100,
    creditsUsed: 1_100,
  });
});

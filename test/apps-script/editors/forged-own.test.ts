import { previewUndo } from '../../../shared/enrich/enrichment';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from '../bulk/bulk-file';
import { charged, useOneSpreadsheet, world } from '../spreadsheet';

/** An editor who would have the owner's panel spend more than the owner has allowed for an enrichment. */

const COMPANIES = 20;
const LIMIT = 5;

let grid: SheetGrid;

useOneSpreadsheet();

/** An enrichment of the owner that has spent its limit. */
beforeEach(async () => {
  grid = useCompanies(world, COMPANIES);
  world.state.userProperties.editor.clear();
  const panel = new BulkPanel(world);
  const plan = await planAll(panel, COMPANIES, [NAME]);
  await panel.start(plan, { cap: LIMIT });
});

const record = (): SheetGrid => world.state.sheets.find(({ name }) => name === 'Trace record')!;
const head = (): Record<string, unknown> => JSON.parse(String(record().value({ row: 1, column: 1 })));
const type = (more: object): void => record().hold({ row: 1, column: 1 }, JSON.stringify({ ...head(), ...more }));
const codeOf = (asked: Promise<{ readonly why: { readonly code: string } | null }>): Promise<unknown> =>
  asked.then(
    ({ why }) => why?.code,
    (thrown: { code: string }) => thrown.code,
  );

it('an enrichment is its owner’s own in each panel of theirs, and an editor’s in none', async () => {
  const of = async (user: 'owner' | 'editor') => (await new BulkPanel(world, user).find()).isOwn;
  expect({ owner: await of('owner'), editor: await of('editor') }).toEqual({ owner: true, editor: false });
});

it.each<readonly [string, object]>([
  ['a limit', { limit: 1_000_000, cap: 1_000_000, rest: 1_000_000, spent: { limit: 1_000_000, used: 0 } }],
  ['a price that was agreed to', { quoted: 1_000_000 }],
  ['whose it is', { isOwn: true, whose: 'own' }],
  ['that it is open', { state: 'open', ended: null }],
])('a record that says %s raises no one’s limit', async (_name, more) => {
  type(more);
  expect([await codeOf(new BulkPanel(world).resume()), await charged()]).toEqual(['runCapReached', LIMIT]);
});

it('a record under the name of another enrichment belongs to someone else: nothing is spent without a new limit', async () => {
  type({ run: 'run0000001' });
  expect([await codeOf(new BulkPanel(world).resume()), await charged()]).toEqual(['runNotOwn', LIMIT]);
});

it('a limit among the editor’s own properties is the editor’s', async () => {
  const run = String(head()['run']);
  world.callRpc('bulkOwnReplace', [run, '', '{"limit":1000000,"settled":0,"sinceMs":null,"doubtful":[]}'], {
    as: 'editor',
  });
  expect([await codeOf(new BulkPanel(world).resume()), await charged()]).toEqual(['runCapReached', LIMIT]);
});

it('a new limit is what the person types, once, and an older record that is put back gives it no second time', async () => {
  const older = record().copy();
  await new BulkPanel(world).resume({ rest: 3 });
  expect(await charged()).toBe(LIMIT + 3);
  for (const [at, { value }] of older.cells) {
    const [row = 0, column = 0] = at.split(':').map(Number);
    record().hold({ row, column }, value);
  }
  expect([await codeOf(new BulkPanel(world).resume()), await charged()]).toEqual(['runCapReached', LIMIT + 3]);
});

it('to list what an undo would do asks for nothing that writes', async () => {
  const before = world.state.sheets.map((sheet) => sheet.copy());
  const panel = new BulkPanel(world, 'editor');
  const { writes } = await panel.run(previewUndo);
  expect({ rows: writes.length, asked: [...new Set(panel.messages)].sort() }).toEqual({
    rows: LIMIT,
    asked: ['bulkAnchors', 'bulkRecord', 'bulkSheet'],
  });
  expect(world.state.sheets.map((sheet) => sheet.copy())).toEqual(before);
});

it('an undo removes what the enrichment wrote, and keeps what users have typed since', async () => {
  grid.hold({ row: 3, column: 2 }, 'mine');
  const { restored, edited } = await new BulkPanel(world).undo();
  expect({ restored, edited, column: columnOf(grid, 2, 6) }).toEqual({
    restored: LIMIT - 1,
    edited: 1,
    column: ['', 'mine', '', '', '', ''],
  });
});

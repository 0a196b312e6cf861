import { API_ORIGIN } from '../../fakes/apps-script/host';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from '../bulk/bulk-file';
import { panel, useBulkSheet, world } from '../bulk/bulk-sheet';

const ROWS = 3;

let sandbox: SandboxProcess;

useBulkSheet();

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  world.state.network.origins[API_ORIGIN] = sandbox.origin;
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});
afterAll(() => sandbox.stop());

const contents = (leads: SheetGrid) => [2, 3, 4].map((column) => columnOf(leads, column, ROWS));
const looks = ({ layout }: SheetGrid) => [
  [2, 3, 4].flatMap((column) => [2, 3, 4].map((row) => layout.formatAt({ row, column }))),
  [...layout.typedColumns],
];

/** A column of numbers, a dropdown and a column of dates, for a date, a name and a count. */
it.each([
  ['only marked', false],
  ['refused', true],
])('a run into typed columns names them and is undone exactly where other values are %s', async (_name, refuses) => {
  const leads = useCompanies(world, ROWS);
  const { layout } = leads;
  layout.typedColumns.set(2, { is: 'number' }).set(3, { is: 'dropdown', items: [] }).set(4, { is: 'date' });
  for (const row of [2, 3, 4]) layout.formats.set(`${row}:4`, 'dd.mm.yyyy');
  layout.refusesOtherTypes = refuses;
  const before = [contents(leads), looks(leads)];
  const plan = await planAll(panel, ROWS, [
    { adds: 'company', field: 'last_crawled_at' },
    NAME,
    { adds: 'company', field: 'employee_count' },
  ]);
  const end = await panel.start(plan);
  const [dates, names, counts] = contents(leads);
  expect(end.is).toBe('done');
  expect(dates).toEqual(Array(ROWS).fill(refuses ? '' : expect.stringMatching(/^\d{4}-\d\d-\d\d$/)));
  expect(names).toEqual(Array(ROWS).fill(refuses ? '' : expect.stringMatching(/./)));
  expect(counts).toEqual(Array(ROWS).fill(expect.any(Number)));
  expect(looks(leads)).toEqual(before[1]);
  const typed = panel.events.flatMap((event) => (event.is === 'typedColumn' ? [JSON.stringify(event.typed)] : []));
  const told = [...(refuses ? [] : [{ column: 1, isText: true }]), { column: 3, isText: false }];
  expect([...new Set(typed)]).toEqual(told.map((each) => JSON.stringify(each)));
  const undone = await panel.undo();
  expect({ edited: undone.edited, isWhole: undone.isWhole, leads: [contents(leads), looks(leads)] }).toEqual({
    edited: 0,
    isWhole: true,
    leads: before,
  });
});

import type { WriteResult } from '../../../shared/ports';
import { ExcelContext } from '../../../workbook/office/excel-api';
import { OfficeError } from '../../../workbook/office/office-error';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { ColumnEdits } from '../../fakes/excel/column-edits';
import { FakeSheet } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

/** Columns without titles that a user moves between two calls of one write: only their marks show where they are. */

const sandbox = useSandbox();

afterEach(() => {
  jest.restoreAllMocks();
  BulkWorld.close();
});

/** Companies in every second row, each of which is a piece of its own. */
function open(count: number): BulkWorld {
  const rows = Array.from({ length: 2 * count }, (_row, at) => [
    { shown: at % 2 === 0 ? `company-${at / 2 + 1}.example` : '' },
  ]);
  return new BulkWorld(new FakeSheet(rows), sandbox.origin);
}

/** How many cells of each column hold something. */
function filled({ sheet }: BulkWorld): readonly number[] {
  const rows = sheet.values(4);
  return [0, 1, 2, 3].map((column) => rows.filter((row) => row[column] !== '').length);
}

/** A user inserts a column on the left of the first new one, right before a call that Excel gets. */
function insertBefore({ workbook, sheet }: BulkWorld, isTime: () => boolean): void {
  const { sync } = ExcelContext.prototype;
  let isInserted = false;
  jest.spyOn(ExcelContext.prototype, 'sync').mockImplementation(function (this: ExcelContext) {
    if (!isInserted && isTime()) {
      isInserted = true;
      new ColumnEdits(workbook).insert(sheet, 1);
    }
    return sync.call(this);
  });
}

it('fills the own column alone where another is inserted between two portions, and undo takes all of it back', async () => {
  const world = open(350);
  const plan = await world.plan([{ adds: 'company', field: 'name' }], { headerRow: null });
  insertBefore(world, () => world.sheet.rows[0]?.[1] !== undefined && world.sheet.rows[0][1].shown !== '');
  const end = await world.start(plan);
  const written = filled(world);
  world.open();
  const undone = await world.undo();
  expect({ is: end.is, found: end.summary.found, written, restored: undone.restored, left: filled(world) }).toEqual({
    is: 'done',
    found: 350,
    written: [350, 0, 350, 0],
    restored: 350,
    left: [350, 0, 0, 0],
  });
});

const MARKS = [
  { name: 'input', column: 0 },
  { name: '0', column: 1 },
];

/** Two answers beside two companies, in the column that the run has marked. */
function writeTwo(world: BulkWorld): Promise<WriteResult> {
  return world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows: [0, 2],
    columns: [1],
    cells: [[{ kind: 'text', text: 'One' }], [{ kind: 'text', text: 'Two' }]],
    guard: {
      input: { column: 0, values: ['company-1.example', 'company-2.example'] },
      before: [[''], ['']],
      marks: { run: 'run1', marks: MARKS },
    },
  });
}

it('writes nothing where a column is inserted before any call but the one that writes', async () => {
  const results: unknown[] = [];
  for (let call = 1; ; call += 1) {
    const world = open(2);
    await world.host.ports.anchors.put('run1', 'sheet-1', MARKS, { first: 0, count: 3 });
    let calls = 0;
    insertBefore(world, () => filled(world)[1] === 0 && ++calls === call);
    const { moved } = await writeTwo(world);
    jest.restoreAllMocks();
    BulkWorld.close();
    results.push({ moved, filled: filled(world) });
    if (calls < call) break;
  }
  const last = { moved: [], filled: [2, 2, 0, 0] };
  expect(results.at(-1)).toEqual(last);
  // Right before the write itself nothing is checked.
  const before = results.slice(0, -2);
  expect(before.length).toBeGreaterThan(0);
  expect(before).toEqual(before.map(() => ({ moved: [0, 1], filled: [2, 0, 0, 0] })));
});

it('knows what a refused call has written where a column is inserted before the next one', async () => {
  const world = open(4);
  const plan = await world.plan([{ adds: 'company', field: 'name' }], { headerRow: null });
  // The last company's cell, after the others are written.
  world.sheet.refusing.set('6:1', new OfficeError('GeneralException', 'not now.'));
  insertBefore(world, () => world.sheet.rows[4]?.[1] !== undefined && world.sheet.rows[4][1].shown !== '');
  const end = await world.start(plan);
  const written = filled(world);
  world.open();
  const undone = await world.undo();
  expect({ is: end.is, found: end.summary.found, written, isWhole: undone.isWhole, left: filled(world) }).toEqual({
    is: 'done',
    found: 4,
    written: [4, 0, 4, 0],
    isWhole: true,
    left: [4, 0, 0, 0],
  });
});

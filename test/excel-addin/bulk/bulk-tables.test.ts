import { writeDomains } from '../../../shared/enrich/write-domains';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { BulkWorld, Crash } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

/** What a run does with Excel's own tables, whose titles are never the same, and which grow by what is written beside them. */

const NAME: Choice = { adds: 'company', field: 'name' };
const EMPLOYEES: Choice = { adds: 'company', field: 'employee_count' };

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });
const toSheet = (rows: readonly (readonly unknown[])[]): FakeSheet => new FakeSheet(rows.map((row) => row.map(cell)));

const COMPANIES = [
  ['Domain', 'Employees'],
  ['company-1.example', 'mine'],
  ['company-2.example', 'mine'],
];

function tableSheet(more: readonly (readonly unknown[])[] = COMPANIES): FakeSheet {
  const sheet = toSheet(more);
  sheet.tables.add({ row: 0, column: 0, rowCount: 3, columnCount: 2 });
  return sheet;
}

const open = (sheet: FakeSheet): BulkWorld => new BulkWorld(sheet, sandbox.origin);
const tableOf = (sheet: FakeSheet) => sheet.tables.all[0]!.area;

it('adds its columns to the table of its companies, under titles that are unique there', async () => {
  const world = open(tableSheet());
  expect((await world.start(await world.plan([NAME, EMPLOYEES]))).is).toBe('done');
  expect(world.sheet.values(4)[0]).toEqual(['Domain', 'Employees', 'Company', 'Employees2']);
  expect({ table: tableOf(world.sheet), employees: world.sheet.values(4)[1]![3] }).toEqual({
    table: { row: 0, column: 0, rowCount: 3, columnCount: 4 },
    employees: expect.any(Number),
  });
});

it('takes them out of it again, and leaves the table and what is beside it as they were', async () => {
  const world = open(
    tableSheet([...COMPANIES.slice(0, 1), ...COMPANIES.slice(1).map((row) => [...row, '', '', 'note'])]),
  );
  const before = JSON.stringify(world.sheet.values(5));
  await world.start(await world.plan([NAME, EMPLOYEES]));
  const undone = await world.undo();
  expect({
    isWhole: undone.isWhole,
    cells: JSON.stringify(world.sheet.values(5)),
    columnCount: tableOf(world.sheet).columnCount,
  }).toEqual({ isWhole: true, cells: before, columnCount: 2 });
});

it('deletes its column in the midst of the table, where a person has added another one', async () => {
  const world = open(tableSheet());
  await world.start(await world.plan([NAME]));
  world.sheet.writeValues({ row: 0, column: 3, rowCount: 1, columnCount: 1 }, [[{ is: 'value', value: 'Note' }]]);
  await world.undo();
  expect(world.sheet.values(4)[0]!.filter((title) => title !== '')).toEqual(['Domain', 'Employees', 'Note']);
});

it('goes on while the table grows below', async () => {
  const world = open(tableSheet());
  const plan = await world.plan([NAME]);
  let isGrown = false;
  world.before = ({ ask }) => {
    if (ask !== 'http' || isGrown) return;
    isGrown = true;
    world.sheet.writeValues({ row: 3, column: 0, rowCount: 1, columnCount: 1 }, [
      [{ is: 'value', value: 'new.example' }],
    ]);
  };
  expect((await world.start(plan)).is).toBe('done');
  world.before = () => undefined;
  await world.undo();
  expect({ table: tableOf(world.sheet), cells: world.sheet.values(3) }).toEqual({
    table: { row: 0, column: 0, rowCount: 4, columnCount: 2 },
    cells: [...COMPANIES.map((row) => [...row, '']), ['new.example', '', '']],
  });
});

it('leaves a blank column beside a table that cannot grow, and beside any other', async () => {
  const sheet = toSheet([
    ['Domain', '', 'Person', 'Note'],
    ['company-1.example', '', 'Ada', ''],
    ['company-2.example', '', 'Bob', ''],
  ]);
  sheet.tables.add({ row: 0, column: 2, rowCount: 3, columnCount: 2 });
  const world = open(sheet);
  expect((await world.start(await world.plan([NAME, EMPLOYEES]))).is).toBe('done');
  expect({ table: tableOf(sheet), titles: sheet.values(7)[0] }).toEqual({
    table: { row: 0, column: 2, rowCount: 3, columnCount: 2 },
    titles: ['Domain', '', 'Person', 'Note', '', 'Company', 'Employees'],
  });
});

it('writes the domains of names into the table of the names, and not right beside any other', async () => {
  const confirmed = [{ row: 1, name: 'Acme', domain: 'acme.example' }];
  const place = async (column: number): Promise<unknown> => {
    const world = open(
      toSheet([
        ['Company', 'Domain', '', 'Person'],
        ['Acme', 'mine', '', 'Ada'],
      ]),
    );
    world.sheet.tables.add({ row: 0, column, rowCount: 2, columnCount: 2 - column });
    await world.drive((ports) => writeDomains(ports, { sheet: 'sheet-1', column: 0, headerRow: 0 }, confirmed));
    return [world.sheet.values(6), tableOf(world.sheet).columnCount];
  };
  expect({ own: await place(0), other: await place(1) }).toEqual({
    own: [
      [
        ['Company', 'Domain', 'Domain2', 'Person', '', ''],
        ['Acme', 'mine', 'acme.example', 'Ada', '', ''],
      ],
      3,
    ],
    other: [
      [
        ['Company', 'Domain', '', 'Person', 'Domain', ''],
        ['Acme', 'mine', '', 'Ada', 'acme.example', ''],
      ],
      1,
    ],
  });
});

it('does not write right below a table', async () => {
  const sheet = toSheet([
    ['Person', '', ''],
    ['Ada', '', ''],
    ['', 'Domain', ''],
    ['', 'company-1.example', ''],
  ]);
  sheet.tables.add({ row: 0, column: 2, rowCount: 2, columnCount: 1 });
  const world = open(sheet);
  const plan = await world.plan([NAME], { inputColumn: 1, headerRow: 2 });
  expect(plan.targets[0]!.column).toBe(4);
});

it.each([1, 2, 3, 4, 5, 6])('whatever ends it, adds its column once, and undo leaves none (call %p)', async (call) => {
  const world = open(tableSheet());
  const plan = await world.plan([NAME]);
  let writes = 0;
  world.before = ({ ask }) => {
    if (['anchors.put', 'record.make', 'record.append'].includes(ask) && ++writes === call) throw new Crash();
  };
  await world.start(plan).catch(() => undefined);
  world.before = () => undefined;
  world.open();
  const [head] = (await world.host.ports.record.load()) ?? [];
  if (head !== undefined && !head[0]!.includes('"state":"saving"')) {
    await world.resume();
    expect(world.sheet.values(4)[0]).toEqual(['Domain', 'Employees', 'Company', '']);
    await world.undo();
    expect({ columnCount: tableOf(world.sheet).columnCount, titles: world.sheet.values(3)[0] }).toEqual({
      columnCount: 2,
      titles: ['Domain', 'Employees', ''],
    });
  } else expect(tableOf(world.sheet).columnCount).toBeLessThanOrEqual(3);
});

import { BulkWorld, Crash } from '../../fakes/excel/bulk-world';
import { ColumnEdits } from '../../fakes/excel/column-edits';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

const NAMES = [{ adds: 'company', field: 'name' }] as const;

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });

/** A table of companies of the sandbox, from one number to another. */
function companies(from: number, to: number, titles: readonly string[] = ['Domain']): FakeSheet {
  const rows = Array.from({ length: to - from + 1 }, (_row, at) => [cell(`company-${from + at}.example`)]);
  return new FakeSheet(titles.length === 0 ? rows : [titles.map(cell), ...rows]);
}

/** The workbook with a second sheet, behind the one of the run. */
function withSheet(world: BulkWorld, name: string, sheet: FakeSheet): FakeSheet {
  sheet.id = 'sheet-2';
  sheet.name = name;
  world.workbook.sheets.push(sheet);
  return sheet;
}

async function finishedRun(sheet = companies(1, 30)): Promise<BulkWorld> {
  const world = new BulkWorld(sheet, sandbox.origin);
  await world.start(await world.plan(NAMES));
  return world;
}

const filled = (sheet: FakeSheet): number => sheet.values(2).filter(([, name]) => name !== '').length;
const recordOf = (world: BulkWorld) => world.host.ports.record.load();

it('takes a run back whose sheet has another id since the file was opened again', async () => {
  const world = await finishedRun();
  world.openAgain();
  expect(await world.undo()).toMatchObject({ restored: 30, edited: 0, unrestored: [] });
  expect(filled(world.sheet)).toBe(0);
});

it('goes on with a run after its sheet got another id, and pays for nothing twice', async () => {
  const whole = await finishedRun();
  const [paid, rows] = [(await sandbox.ledger()).chargedCompanies, whole.sheet.values(2)];
  BulkWorld.close();
  await sandbox.reset();
  const world = new BulkWorld(companies(1, 30), sandbox.origin);
  const plan = await world.plan(NAMES);
  world.before = ({ ask }) => {
    if (ask === 'sheet.write' && world.asked.includes('http')) throw new Crash();
  };
  await expect(world.start(plan)).rejects.toThrow(Crash);
  world.before = () => undefined;
  world.openAgain();
  expect((await world.resume()).is).toBe('done');
  expect({ rows: world.sheet.values(2), paid: (await sandbox.ledger()).chargedCompanies }).toEqual({ rows, paid });
});

it.each([
  ['is as it was', 'Leads'],
  ['was changed too', 'Leads of May'],
])('is not led astray by a sheet that has taken its id, where its name %s', async (_how, name) => {
  const world = await finishedRun();
  const other = withSheet(world, 'June', companies(25, 60, ['Domain', 'Company']));
  other.put(1, 1, cell('mine'));
  world.sheet.name = name;
  world.openAgain(['sheet-7', 'sheet-1']);
  expect(await world.undo()).toMatchObject({ restored: 30, edited: 0, unrestored: [] });
  expect({ own: filled(world.sheet), other: filled(other) }).toEqual({ own: 0, other: 2 });
});

it('tells its sheet by the name where most of its rows are deleted', async () => {
  const world = await finishedRun();
  world.sheet.rows.splice(5);
  world.openAgain();
  expect(await world.undo()).toMatchObject({ restored: 4, edited: 0 });
});

it('finds the sheet of a run without titles', async () => {
  const world = await finishedRun(companies(1, 30, []));
  const other = withSheet(world, 'Others', companies(101, 130, []));
  other.put(0, 1, cell('mine'));
  world.openAgain(['sheet-7', 'sheet-1']);
  expect(await world.undo()).toMatchObject({ restored: 30, unrestored: [] });
  expect({ own: filled(world.sheet), other: filled(other) }).toEqual({ own: 0, other: 1 });
});

it.each([
  ['other companies', companies(101, 130, ['Domain', 'Company'])],
  ['few of its companies', companies(29, 60, ['Domain', 'Company'])],
])('says that its sheet is gone where the one with its id has %s', async (_what, other) => {
  const world = await finishedRun();
  withSheet(world, 'June', other);
  new ColumnEdits(world.workbook).deleteSheet(world.sheet);
  world.openAgain(['sheet-1']);
  expect((await world.undo()).why?.code).toBe('columnsGone');
  expect(other.writes).toBe(0);
  expect(await recordOf(world)).not.toBeNull();
});

it('is not led astray by a copy, once both have other names', async () => {
  const world = await finishedRun();
  const copy = withSheet(world, 'Copy', companies(1, 30));
  world.sheet.values(2).forEach(([, name], row) => copy.put(row, 1, cell(name)));
  world.sheet.name = 'Renamed';
  world.openAgain();
  await world.undo();
  expect({ own: filled(world.sheet), copy: filled(copy) }).toEqual({ own: 0, copy: 31 });
});

it('keeps the sheet that a person has renamed meanwhile', async () => {
  const world = await finishedRun();
  world.sheet.name = 'Leads of May';
  world.open();
  expect((await world.undo()).restored).toBe(30);
});

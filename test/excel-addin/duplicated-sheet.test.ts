import type { Choice } from '../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { ColumnEdits } from '../fakes/excel/column-edits';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

const NAME: Choice = { adds: 'company', field: 'name' };
const DOMAINS = ['Domain', 'company-1.example', 'company-2.example', 'company-3.example'];

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

it('a sheet is duplicated while it is filled: the run pauses, goes on and is undone in its own, whose names lead there', async () => {
  const world = new BulkWorld(new FakeSheet(DOMAINS.map((shown) => [{ shown }])), sandbox.origin);
  const { workbook, sheet } = world;
  const cells = (of = sheet): unknown => of.values(2).map(([, name]) => name);
  const plan = await world.plan([NAME]);
  let copy = sheet;
  world.before = ({ ask }) => {
    if (ask === 'http' && copy === sheet) copy = new ColumnEdits(workbook).duplicate(sheet, 'sheet-2');
  };
  const paused = await world.start(plan, { cap: 2 });
  const duplicated = copy.values(2);
  expect({ why: paused.why?.code, cells: cells() }).toEqual({
    why: 'runCapReached',
    cells: ['Company', 'Company 1', 'Company 2', ''],
  });
  world.openAgain();
  expect((await world.resume({ rest: 1 })).is).toBe('done');
  expect(cells()).toEqual(['Company', 'Company 1', 'Company 2', 'Company 3']);
  expect(await world.undo()).toMatchObject({ restored: 3, unrestored: [], isWhole: true });
  expect({ cells: cells(), formats: [...sheet.formats.values()].filter((format) => format !== 'General') }).toEqual({
    cells: ['', '', '', ''],
    formats: [],
  });
  expect({ copy: copy.values(2), writes: copy.writes }).toEqual({ copy: duplicated, writes: 0 });
});

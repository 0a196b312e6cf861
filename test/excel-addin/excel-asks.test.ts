import { OfficeError } from '../../workbook/office/office-error';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';

/** What a run tells Excel beside its cells: what Ctrl+Z takes back at once, and when to ask before closing. */

afterEach(() => BulkWorld.close());

type Run = (options: object, work: unknown) => Promise<unknown>;
const page = globalThis as unknown as {
  Excel: { run: Run };
  Office: { addin?: object; context: { requirements: object } };
};

const open = (version?: string): BulkWorld =>
  new BulkWorld(
    new FakeSheet([[{ shown: 'a.example' }]]),
    'http://127.0.0.1:9',
    version === undefined ? {} : { version },
  );

const WRITING = {
  sheet: 'sheet-1',
  rows: [0],
  columns: [1],
  cells: [[{ kind: 'text', text: 'React' } as const]],
  guard: { input: null, before: [['']] },
};

/** Writes a block. @returns what Excel was told of each try. */
async function write(world: BulkWorld, refuses = false): Promise<readonly object[]> {
  const told: object[] = [];
  const { run } = page.Excel;
  page.Excel.run = (options, work) => {
    told.push(options);
    if (refuses && told.length === 1) return Promise.reject(new OfficeError('UndoNotSupported', 'no.'));
    return run(options, work);
  };
  await world.host.ports.sheet.write(WRITING);
  return told;
}

test.each([
  ['20', [{ delayForCellEdit: true, mergeUndoGroup: true }]],
  ['18', [{ delayForCellEdit: true }]],
])('a block is one step of Ctrl+Z where Excel can do that (ExcelApi 1.%s)', async (version, told) => {
  const world = open(version);
  expect({ told: await write(world), values: world.sheet.values(2) }).toEqual({
    told,
    values: [['a.example', 'React']],
  });
});

test('a block is written even if Excel refuses to make it one step', async () => {
  const world = open('20');
  expect({ tries: (await write(world, true)).length, values: world.sheet.values(2) }).toEqual({
    tries: 2,
    values: [['a.example', 'React']],
  });
});

test.each([
  [true, ['enable', 'disable']],
  [false, []],
])('Excel asks before it closes a workbook during a run, where it can: %p', async (isSupported, told) => {
  const world = open();
  const asked: string[] = [];
  const note = (what: string) => () => Promise.resolve(void asked.push(what));
  page.Office.addin = { beforeDocumentCloseNotification: { enable: note('enable'), disable: note('disable') } };
  page.Office.context.requirements = { isSetSupported: (name: string) => name === 'SharedRuntime' && isSupported };
  world.host.atWork!(true);
  world.host.atWork!(false);
  expect(asked).toEqual(told);
});

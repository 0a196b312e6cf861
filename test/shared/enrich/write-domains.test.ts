import { TraceError } from '../../../shared/errors/trace-error';
import { Crash } from '../../fakes/bulk-drive';
import { RunCase } from '../../fakes/run-case';
import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { WrittenDomains } from '../../../shared/enrich/write-domains';

const NAMES = [['company'], ['Acme Inc.'], ['Beta GmbH'], [''], ['ACME inc.'], ['Gamma']];
const CONFIRMED = [
  { row: 1, name: 'Acme Inc.', domain: 'acme.example' },
  { row: 4, name: 'Acme Inc.', domain: 'acme.example' },
];

let run: RunCase;
beforeEach(() => {
  run = new RunCase(NAMES);
});

const write = (): Promise<WrittenDomains> => run.writeDomains(0, CONFIRMED);
const columnOf = (column: number): GridValue[] => run.grid.values().map((row) => row[column] ?? '');

test('confirmed domains are in a new column beside their names, and can be removed', async () => {
  expect(await write()).toEqual({ column: 1, written: 2, missing: 0, refused: 0, why: null });
  expect(columnOf(1)).toEqual(['Domain', 'acme.example', '', '', 'acme.example', '']);
  expect(run.requests).toEqual([]);
  expect(await run.undo()).toMatchObject({ restored: 2, isWhole: true });
  expect(columnOf(1)).toEqual(['', '', '', '', '', '']);
});

test('domains are taken away wherever their rows have been sorted to; those that were edited are told, and stay', async () => {
  await write();
  const [title, acme, beta, blank, other, ...rest] = run.grid.rows;
  run.grid.rows = [title!, other!, beta!, blank!, ...rest, acme!];
  run.grid.at(1, 1).value = 'mine.example';
  expect(await run.undo()).toMatchObject({ restored: 1, edited: 1 });
  expect(columnOf(1)).toEqual(['', 'mine.example', '', '', '', '']);
});

test('a cell that is protected does not keep the others from their title and their way back', async () => {
  run.grid.protectedRows.add(4);
  expect(await write()).toMatchObject({ written: 1, refused: 1, why: new TraceError('cellsProtected', {}) });
  expect(columnOf(1)).toEqual(['Domain', 'acme.example', '', '', '', '']);
  run.grid.protectedRows.clear();
  expect(await run.resume()).toMatchObject({ is: 'done', summary: { found: 2 } });
  expect({ domain: columnOf(1)[4], requests: run.requests }).toEqual({ domain: 'acme.example', requests: [] });
  expect(await run.undo()).toMatchObject({ restored: 2, isWhole: true });
});

test('if no cell may be written there is no title, and why is said', async () => {
  for (const row of [1, 4]) run.grid.protectedRows.add(row);
  expect(await write()).toMatchObject({ written: 0, refused: 2, why: new TraceError('cellsProtected', {}) });
  expect(columnOf(1)).toEqual(['', '', '', '', '', '']);
  expect(run.grid.record).toBeNull();
});

test('if the file has no room for a column, the sheet and the journal are as they were', async () => {
  run.grid.anchors.refusal = new TraceError('sheetFull', {});
  await expect(write()).rejects.toThrow(expect.objectContaining({ code: 'sheetFull' }));
  expect({ values: run.grid.values(), record: run.grid.record }).toEqual({ values: NAMES, record: null });
});

test('a column that holds anything is passed over', async () => {
  run.grid.at(3, 1).value = 'mine';
  expect((await write()).column).toBe(2);
  expect(run.grid.at(3, 1).value).toBe('mine');
});

test('a name that has moved takes its domain along, and a row that names another company gets none', async () => {
  const [title, acme, beta, ...rest] = run.grid.rows;
  run.grid.rows = [title!, beta!, acme!, ...rest];
  run.grid.at(4, 0).value = 'Acme Holding';
  expect(await write()).toMatchObject({ written: 1, missing: 0 });
  expect(columnOf(1)).toEqual(['Domain', '', 'acme.example', '', '', '']);
});

test('domains whose panel was closed are written when the run goes on, and nothing is asked for', async () => {
  let writes = 0;
  run.before = (step) => {
    if (step === 'write' && (writes += 1) === 1) throw new Crash();
  };
  await expect(write()).rejects.toThrow(Crash);
  run.before = () => undefined;
  expect(columnOf(1)).toEqual(['Domain', '', '', '', '', '']);
  expect(await run.resume()).toMatchObject({ is: 'done', summary: { found: 2, creditsUsed: 0 } });
  expect(columnOf(1)).toEqual(['Domain', 'acme.example', '', '', 'acme.example', '']);
  expect(run.requests).toEqual([]);
});

test('no domain is written while an earlier run is unfinished', async () => {
  run.before = (step) => {
    if (step === 'write') throw new Crash();
  };
  await expect(write()).rejects.toThrow(Crash);
  run.before = () => undefined;
  await expect(write()).rejects.toThrow(expect.objectContaining({ code: 'runUnfinished' }));
});

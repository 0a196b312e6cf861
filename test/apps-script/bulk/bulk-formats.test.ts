import type { GridCell as Cell, WriteResult } from '../../../shared/ports';
import { TraceError } from '../../../shared/formulas';
import { valueOf } from '../../../shared/runs';
import type { ColumnType } from '../../fakes/apps-script/sheet/sheet-layout';
import { grid, panel, useBulkSheet, world } from './bulk-sheet';

/**
 * Values whose cells get another format, with edits by users and refusals by Google meanwhile. The cells are B2 to
 * B7.
 */

const ROWS = [2, 3, 4, 5, 6, 7];
const NUMBER: Cell = { kind: 'number', number: 5 };
const DATE: Cell = { kind: 'date', day: '2026-06-01' };
const FORMATS = ['@', 'dd.mm.yyyy', '0.00', '@', 'General', 'yyyy'];

useBulkSheet();

beforeEach(() => {
  panel.before = () => undefined;
});

afterEach(() => void (world.state.meanwhile = null));

function begin(formats: readonly string[], type: ColumnType | null = null): void {
  grid.layout.formats.clear();
  grid.layout.typedColumns.clear();
  if (type !== null) grid.layout.typedColumns.set(2, type);
  for (const [at, row] of ROWS.entries()) {
    grid.hold({ row, column: 1 }, `input ${at}`);
    grid.hold({ row, column: 2 }, '');
    grid.layout.formats.set(`${row}:2`, formats[at % formats.length]!);
  }
}

const write = (cellOf: (at: number) => Cell): Promise<WriteResult> =>
  panel.host.ports.sheet.write({
    sheet: '7',
    rows: ROWS.map((row) => row - 1),
    columns: [1],
    cells: ROWS.map((_row, at) => [cellOf(at)]),
    guard: {
      input: { column: 0, values: ROWS.map((_row, at) => `input ${at}`) },
      before: ROWS.map(() => ['']),
    },
  });

/** @returns `null`: rows moved after they were compared, which pauses the enrichment; undo lists their cells */
async function writeOrPause(cellOf: (at: number) => Cell): Promise<WriteResult | null> {
  try {
    return await write(cellOf);
  } catch (thrown) {
    if (thrown instanceof TraceError && thrown.code === 'rowsMoving') return null;
    throw thrown;
  }
}

/** Does something before each call of a write, one write for each. Those that paused are not checked. */
async function atEachCall(
  cellOf: (at: number) => Cell,
  open: () => void,
  act: () => void,
  check: (calls: readonly string[], at: number, written: WriteResult) => void,
): Promise<number> {
  let most = 1;
  for (let at = 1; at <= most; at += 1) {
    open();
    let seen: readonly string[] = [];
    let isDone = false;
    panel.before = (message) => {
      const isNow = message === 'bulkWrite' && !isDone;
      world.state.meanwhile = isNow
        ? (calls) => {
            seen = [...calls];
            if (calls.length !== at || isDone) return;
            isDone = true;
            act();
          }
        : null;
    };
    const written = await writeOrPause(cellOf);
    world.state.meanwhile = null;
    most = Math.max(most, seen.length);
    if (at <= seen.length && written !== null) check(seen, at, written);
  }
  return most;
}

const held = (): readonly (readonly [unknown, unknown, string])[] =>
  ROWS.map((row) => {
    const place = { row, column: 2 };
    return [grid.value({ row, column: 1 }), grid.value(place), grid.layout.formatAt(place)];
  });

it.each<readonly [string, Cell, readonly string[], ColumnType | null]>([
  ['a number', NUMBER, FORMATS, null],
  ['a number with separators', { ...NUMBER, format: '#,##0' }, ['General'], null],
  ['a date', DATE, FORMATS, null],
  ['an earlier number', { kind: 'before', value: 12, format: '@' }, ['General'], null],
  ['a number in a column of dates', NUMBER, ['dd.mm.yyyy'], { is: 'date' }],
  ['a date in a column of numbers', DATE, ['General'], { is: 'number' }],
])(
  'text typed before any call of a write of %s stays, unless Google had already received everything',
  async (_what, cell, formats, type) => {
    const failed: string[] = [];
    const most = await atEachCall(
      () => cell,
      () => begin(formats, type),
      () => grid.hold({ row: 4, column: 2 }, 'typed'),
      (calls, at, { moved }) => {
        const last = calls.lastIndexOf('Range.getValues', at - 2);
        const [, value, format] = held()[2]!;
        const isKept = value === 'typed' && moved.includes(2) && format === formats[2 % formats.length];
        // What Google collects since the cells were compared, and sends together.
        const isSent = last >= 0 && !calls.slice(last, at - 1).includes('SpreadsheetApp.flush');
        const isOver = calls.slice(0, at - 1).includes('Range.setValues');
        if (!isKept && !(isSent && /flush|set/.test(calls[at - 1]!)) && !(isOver && value === 'typed')) {
          failed.push([at, calls[at - 1], value, format, moved].join(' '));
        }
      },
    );
    expect({ failed, isAtManyCalls: most > 8 }).toEqual({ failed: [], isAtManyCalls: true });
  },
);

it.each([
  ['a number', (at: number): Cell => ({ kind: 'number', number: at + 5 })],
  ['a date', (at: number): Cell => ({ kind: 'date', day: `2026-06-0${at + 1}` })],
])(
  'a sort before any call of a write of %s finds each cell written, or unchanged with its format, or leads to a pause',
  async (_what, cellOf) => {
    const failed: string[] = [];
    await atEachCall(
      cellOf,
      () => begin(FORMATS),
      () => grid.reorder([1, ...[...ROWS].reverse()]),
      (calls, at, { moved }) => {
        for (const [input, value, format] of held()) {
          const index = Number(String(input).slice(6));
          const isWritten = value === valueOf(cellOf(index)) && !moved.includes(index);
          const isAsBefore = value === '' && moved.includes(index) && format === FORMATS[index];
          if (!isWritten && !isAsBefore) failed.push([at, calls[at - 1], input, value, format, moved].join(' '));
        }
      },
    );
    expect(failed).toEqual([]);
  },
);

it('a blank cell with another format is another row’s', async () => {
  begin(FORMATS);
  const written = await panel.host.ports.sheet.write({
    sheet: '7',
    rows: [1, 2],
    columns: [1],
    cells: [[NUMBER], [NUMBER]],
    guard: {
      input: { column: 0, values: ['input 0', 'input 1'] },
      before: [[''], ['']],
      formats: [['dd.mm.yyyy'], ['dd.mm.yyyy']],
    },
  });
  expect({ moved: written.moved, held: held().slice(0, 2) }).toEqual({
    moved: [0],
    held: [
      ['input 0', '', '@'],
      ['input 1', 5, 'General'],
    ],
  });
});

it('a sort before any call of a write finds each cell written, or unchanged, or leads to a pause, even if Google refuses a cell at first', async () => {
  const failed: string[] = [];
  await atEachCall(
    (at) => ({ kind: 'number', number: at + 5 }),
    () => {
      begin(FORMATS);
      grid.layout.rejecting.clear();
      grid.layout.rejecting.add('4:2');
    },
    () => {
      grid.reorder([1, ...[...ROWS].reverse()]);
      grid.layout.rejecting.clear();
      grid.layout.rejecting.add('5:2');
    },
    (calls, at, { moved, refused }) => {
      for (const [input, value, format] of held()) {
        const index = Number(String(input).slice(6));
        const isLeft = moved.includes(index) || refused.some((each) => each.at === index);
        if (isLeft ? value !== '' || format !== FORMATS[index] : value !== index + 5)
          failed.push([at, calls[at - 1], input, value, format, moved, refused.map((each) => each.at)].join(' '));
      }
    },
  );
  expect(failed).toEqual([]);
});

it('a cell whose data validation rejects the value keeps its format, and the others get theirs', async () => {
  begin(['@']);
  grid.layout.rejecting.add('4:2');
  const { refused } = await write(() => ({ ...NUMBER, format: '#,##0' }));
  expect({ refused: refused.map(({ at }) => at), held: held().map(([, value, format]) => [value, format]) }).toEqual({
    refused: [2],
    held: [
      [5, '#,##0'],
      [5, '#,##0'],
      ['', '@'],
      [5, '#,##0'],
      [5, '#,##0'],
      [5, '#,##0'],
    ],
  });
});

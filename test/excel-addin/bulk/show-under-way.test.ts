import { showUnderWay } from '../../../excel-addin/bulk/show-under-way';

const global = globalThis as { Excel?: unknown };
afterEach(() => {
  showUnderWay(null);
  delete global.Excel;
});

const CELLS = { sheet: 's1', rows: [1, 2, 3, 7], input: 0, targets: [3, 4, 9, -1] };

test('each block of the columns that are filled is marked, and the marks before it go', () => {
  const marks: unknown[] = [];
  global.Excel = {
    highlight(sheet: string, areas: readonly unknown[]) {
      const mark = [sheet, areas];
      marks.push(mark);
      return () => marks.splice(marks.indexOf(mark), 1);
    },
  };
  showUnderWay({ ...CELLS, rows: [1], targets: [3] });
  showUnderWay(CELLS);
  expect(marks).toEqual([
    [
      's1',
      [
        { row: 1, rowCount: 3, column: 3, columnCount: 2 },
        { row: 7, rowCount: 1, column: 3, columnCount: 2 },
        { row: 1, rowCount: 3, column: 9, columnCount: 1 },
        { row: 7, rowCount: 1, column: 9, columnCount: 1 },
      ],
    ],
  ]);
  showUnderWay(null);
  expect(marks).toEqual([]);
});

test('Excel itself draws no marks', () => {
  global.Excel = {};
  expect(() => showUnderWay(CELLS)).not.toThrow();
});

import { findHeadingColumns } from '../../../../shared/enrich/plan/heading-columns';
import { readSelection } from '../../../../shared/enrich/plan/selection';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

const find = async (
  rows: readonly (readonly string[])[],
  column: number,
  formulas: readonly (readonly [row: number, column: number])[] = [],
) => {
  const bench = new Bench(rows);
  for (const [row, at] of formulas) bench.grid.at(row, at).formula = true;
  const area = { sheet: 'sheet-1', row: 0, rows: rows.length, column, columns: 1 };
  return await drive(
    async (ports) => findHeadingColumns(ports, await readSelection(ports, area)),
    bench.host,
    bench.grid,
  );
};

test('headings right of the companies say what to fill', async () => {
  const rows = [
    ['Sector', 'Website', 'Headcount', 'Owner', 'Uses Shopify?'],
    ['', 'a1.example', '', 'Ann', ''],
  ];
  expect(await find(rows, 1)).toEqual([
    { column: 2, heading: 'Headcount', choice: { adds: 'company', field: 'employee_count' } },
    { column: 4, heading: 'Uses Shopify?', choice: { adds: 'hasTechnology', technology: 'Shopify' } },
  ]);
});

test('of two headings that ask for the same the first is filled', async () => {
  const rows = [
    ['Website', 'Headcount', 'Employees'],
    ['a1.example', '', ''],
  ];
  expect((await find(rows, 0)).map(({ heading }) => heading)).toEqual(['Headcount']);
});

test('a column that is full already is not offered', async () => {
  const rows = [
    ['Website', 'Headcount', 'Sector'],
    ['a1.example', '12', 'Software'],
    ['', '', ''],
    ['a2.example', '34', ''],
  ];
  expect((await find(rows, 0)).map(({ heading }) => heading)).toEqual(['Sector']);
});

test('a column that one formula fills from its top is not offered, also before its answer is there', async () => {
  const rows = [
    ['Website', 'Headcount', 'Sector', 'Country'],
    ['a1.example', '#BUSY!', '', ''],
    ['a2.example', '', '=A1', ''],
  ];
  const formulas = [
    [1, 1],
    [2, 2],
  ] as const;
  expect((await find(rows, 0, formulas)).map(({ heading }) => heading)).toEqual(['Sector', 'Country']);
});

test('without a row of titles there are no headings', async () => {
  expect(
    await find(
      [
        ['a1.example', ''],
        ['a2.example', ''],
      ],
      0,
    ),
  ).toEqual([]);
});

import { grid, panel, useBulkSheet } from './bulk-sheet';

useBulkSheet();

const replace = (row: number) => panel.host.replaceCell({ sheet: '7', row, column: 0 }, 'shopfy.com', 'shopify.com');
const column = () => [1, 2, 3].map((row) => grid.value({ row, column: 1 }) as unknown);

it('a cell that a formula fills is not overwritten, which would take the room of the whole formula', async () => {
  grid.enter('A1', '=SORT(C1:C2)');
  grid.answer({ row: 1, column: 1 }, [['stripe.com'], ['shopfy.com']]);
  expect(await replace(1)).toBe(false);
  expect(column()).toEqual(['stripe.com', 'shopfy.com', '']);
});

it('a cell of its own is replaced', async () => {
  grid.put({ row: 2, column: 1 }, 'shopfy.com');
  expect([await replace(1), await replace(1)]).toEqual([true, false]);
  expect(column()).toEqual(['', 'shopify.com', '']);
});

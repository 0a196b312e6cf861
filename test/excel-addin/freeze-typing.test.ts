import { BulkWorld } from '../fakes/excel/bulk-world';
import {
  beforeRequests,
  beforeWrites,
  calls,
  cell,
  company,
  formulasOf,
  open,
  shownAt,
  type,
} from '../fakes/excel/freezing';
import type { FakeCell } from '../fakes/excel/sheet';

/**
 * A user types into one cell before any request to Excel: what they type stays, and no formula is restored over it.
 */

afterEach(() => BulkWorld.close());

const from = { row: 0, column: 1 };
const SINGLE: readonly (readonly FakeCell[])[] = [
  [cell('stripe.com'), company(1, 'US')],
  [cell('figma.com'), company(2, 'US')],
];
const TABLE: readonly (readonly FakeCell[])[] = [
  [cell('stripe.com'), calls('=TRACE_COMPANY(A1:A2,"name")', 'Stripe')],
  [cell('figma.com'), { shown: 'Figma', from }],
];

/** The final content of a cell, for each request before which a user types into it. */
async function typeBeforeEach(
  rows: typeof SINGLE,
  row: number,
  typed: string | number,
  isRestoring: boolean,
): Promise<readonly unknown[]> {
  const left: unknown[] = [];
  let isReached = true;
  for (let request = 1; isReached; request += 1) {
    const { world, freezing } = open(...rows);
    if (isRestoring) await freezing.freeze('file');
    isReached = false;
    beforeRequests((count) => {
      if (count !== request) return;
      isReached = true;
      type(world.sheet, row, 1, typed);
    });
    await (isRestoring ? freezing.restore() : freezing.freeze('file'));
    if (isReached) left.push(formulasOf(world.sheet)[`B${row + 1}`] ?? shownAt(world.sheet, row, 1));
    BulkWorld.close();
  }
  return left;
}

it.each([
  ['a cell', SINGLE, 0, 'mine'],
  ['a cell, a text that looks like a number', SINGLE, 0, '007'],
  ['a cell, a text that looks like a formula', SINGLE, 0, '=1'],
  ['a cell, a number', SINGLE, 1, 7],
  ['the first cell of a table', TABLE, 0, 'mine'],
  ['another cell of a table', TABLE, 1, 'mine'],
])('%s keeps what is typed while formulas are frozen and while they are restored', async (_name, rows, row, typed) => {
  for (const isRestoring of [false, true]) {
    const left = await typeBeforeEach(rows, row, typed, isRestoring);
    expect({ isRestoring, left, isLong: left.length > 4 }).toEqual({
      isRestoring,
      left: left.map(() => typed),
      isLong: true,
    });
  }
});

it('errors of a table are errors again where someone types into it right before its formula comes back', async () => {
  const { world, freezing } = open(TABLE[0]!, [cell('figma.com'), { shown: '#N/A', from }]);
  await freezing.freeze('file');
  world.sheet.put(1, 1, { shown: '#N/A', isError: true });
  beforeWrites((count) => count === 1 && type(world.sheet, 0, 1, 'mine'));
  await freezing.restore();
  expect([shownAt(world.sheet, 0, 1), world.sheet.rows[1]![1]]).toEqual(['mine', { shown: '#N/A', isError: true }]);
});

it('a value that was typed right before its formula came back is named, and its formula stays on the list', async () => {
  const { world, freezing } = open(...SINGLE);
  await freezing.freeze('file');
  beforeWrites((count) => count === 1 && type(world.sheet, 0, 1, 'mine'));
  expect(await freezing.restore()).toBe(
    `1 formula restored.\n1 formula stays a value:\n• ${world.sheet.name}!B1: the cell was just edited, or cannot hold it`,
  );
  expect(await freezing.restore()).toContain('!B1: its cells have changed or moved');
});

import { digestInputs } from '../../../shared/frozen/inputs';
import type { HeldValue, SheetCells } from '../../../shared/frozen/sheet-cells';
import { TableLinks } from '../../../shared/frozen/table-links';
import type { Reference } from '../../../shared/frozen/reference';

/** A sheet, and how many of its cells were read. */
function counted(values: readonly (readonly HeldValue[])[]): {
  readonly own: SheetCells;
  readonly count: () => number;
} {
  let count = 0;
  const lines = values.map(
    (line) =>
      new Proxy(line, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  const sheet = { id: '1', name: 'Leads', values: lines, formulas: values.map(() => []) };
  const linked = { ...sheet, tables: [], spillAt: () => undefined };
  return { own: { ...sheet, links: new TableLinks(linked, [linked]) }, count: () => count };
}

const digest = (own: SheetCells, reference: Reference<number>, row = 0): string | null =>
  digestInputs({ parts: ['=TRACE_TECH(', ')'], references: [reference] }, row, {
    own,
    named: () => own,
    columnOf: (column) => column,
  });

it.each<[string, Reference<number>]>([
  ['a spilled range', ['', [0, '', 0, ''], [0, '', null, ''], '#9999999x99999']],
  ['a range', ['Leads!', [0, '', 0, '$'], [18_277, '', 1_000_000, '$']]],
])('whoever wrote how wide %s is lets nobody read more than 256 columns of each row', (_what, reference) => {
  const { own, count } = counted([
    ['stripe.com', 'US'],
    ['sap.com', 'DE'],
  ]);
  expect(digest(own, reference)).not.toBeNull();
  expect(count()).toBeLessThanOrEqual(512);
});

it('a spilled range before the first row has no cells', () => {
  const { own } = counted([['stripe.com']]);
  expect(digest(own, ['', [0, '', -9_999_999, ''], [0, '', null, ''], '#9x1'])).toBeNull();
});

const WIDE: Reference<number> = ['', [0, '', 0, '$'], [999, '', 1, '$']];

it('columns that are filled elsewhere change nothing in a wide range', () => {
  const before = digest(counted([['stripe.com', 'US'], ['sap.com']]).own, WIDE);
  expect(
    digest(
      counted([
        ['stripe.com', 'US', '', ''],
        ['sap.com', ''],
        ['', '', '', 'mine'],
      ]).own,
      WIDE,
    ),
  ).toBe(before);
  expect(
    digest(
      counted([
        ['stripe.com', 'US'],
        ['', 'sap.com'],
      ]).own,
      WIDE,
    ),
  ).not.toBe(before);
});

it('reads ranges of a usual width as it always did', () => {
  const { own } = counted([['stripe.com', 'US'], ['sap.com']]);
  expect(digest(own, ['', [0, '', 0, '$'], [3, '', 1, '$']])).toBe('ZxFTMtzX');
});

import type { ReplacePorts, Replacing } from '../../../shared/frozen/ports';
import { joinFormulas, singlesOf, splitFormula } from '../../../shared/frozen/replace-formulas';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { runAsync, runSync, type Task } from '../../../shared/task';

type Ports = ReplacePorts<'terms'>;
type Answers = { readonly [K in keyof Ports]?: ReturnType<Ports[K]> };

const SELECT = 'Select a cell in a column of equal Trace formulas, such as =TRACE_TECH(A2), and try again.';
const SELECT_RANGE = 'Select the cell of a range formula such as =TRACE_TECH(A2:A9), and try again.';
const OTHERS = 'Other values are in these rows. Nothing was changed.';
const MOVED = 'Rows were moved or edited meanwhile. Check that a formula covers each of them.';
const PROTECTED = 'Some of these cells are protected. Nothing was changed.';

/** Domains in the first column. @param cells of the second one: formulas, or values */
const sheetOf = (...cells: readonly string[]): SheetCells => ({
  id: '7',
  name: 'Leads',
  formulas: cells.map((cell) => ['', cell.startsWith('=') ? cell : '']),
  values: cells.map((cell, row) => [`c${row}.example`, cell.startsWith('=') ? 'React' : cell]),
});
const SINGLES = sheetOf('Technologies', '=TRACE_TECH(A2)', '=TRACE_TECH(A3)', '=TRACE_TECH(A4)', 'mine');
const RANGE = sheetOf('Technologies', '=TRACE_TECH(A2:A4)', 'Vue', 'jQuery', 'mine');

const DRIVERS: readonly (readonly [string, (task: Task<string, Ports>, ports: Ports) => Promise<string>])[] = [
  ['runSync', (task, ports) => Promise.resolve(runSync(task, ports))],
  ['runAsync', runAsync],
];

describe.each(DRIVERS)('%s', (_name, drive) => {
  /** What is said, what was asked in this order, and what was entered. */
  async function run(task: Task<string, Ports>, cells: SheetCells | null, row: number, answers: Answers = {}) {
    const asked: string[] = [];
    const entered: (Replacing & { readonly filled: number })[] = [];
    const answer = <K extends keyof Ports>(name: K, usual: ReturnType<Ports[K]>): ReturnType<Ports[K]> => {
      asked.push(name);
      return name in answers ? (answers[name] as ReturnType<Ports[K]>) : usual;
    };
    const said = await drive(task, {
      selected: () => answer('selected', cells && { cells, row, column: 1 }),
      isProtected: () => answer('isProtected', false),
      toAgree: ({ placed }) => {
        const result = answer('toAgree', null);
        asked.push(...placed.map((each) => `${each.sheet} ${each.row} ${each.column} ${each.formula}`));
        return result;
      },
      reach: () => answer('reach', { rows: 3 }),
      enter: (replacing) => {
        const { sheet, row: first, column, rows, columns, before, formulas, filled } = replacing;
        entered.push({ sheet, row: first, column, rows, columns, before, formulas, filled });
        return answer('enter', true);
      },
    });
    return { said, asked, entered };
  }
  const join = (...given: [SheetCells | null, number, Answers?]) => run(joinFormulas('choose this again'), ...given);
  const split = (...given: [SheetCells | null, number, Answers?]) => run(splitFormula(), ...given);

  it('joins the equal formulas around a cell, and has nothing taken out of its cell for that', async () => {
    expect(await join(SINGLES, 2)).toEqual({
      said: '3 formulas are one now, in B2: =TRACE_TECH(A2:A4)\nTo undo, select B2 and choose this again.',
      asked: ['selected', 'isProtected', 'toAgree', '7 1 1 =TRACE_TECH(A2:A4)', 'enter'],
      entered: [
        {
          ...{ sheet: '7', row: 1, column: 1, rows: 3, columns: 1, filled: 3 },
          before: ['=TRACE_TECH(A2)', '=TRACE_TECH(A3)', '=TRACE_TECH(A4)'],
          formulas: ['=TRACE_TECH(A2:A4)', '', ''],
        },
      ],
    });
  });

  it('splits a range formula once it is known what it fills', async () => {
    const prices = [2, 3, 4].map((row) => `7 ${row - 1} 1 =TRACE_TECH(A${row})`);
    expect(await split(RANGE, 1)).toEqual({
      said: 'One range formula is 3 formulas now.',
      asked: ['selected', 'isProtected', 'toAgree', ...prices, 'reach', 'enter'],
      entered: [
        {
          ...{ sheet: '7', row: 1, column: 1, rows: 3, columns: 1, filled: 3 },
          before: ['=TRACE_TECH(A2:A4)', '', ''],
          formulas: ['=TRACE_TECH(A2)', '=TRACE_TECH(A3)', '=TRACE_TECH(A4)'],
        },
      ],
    });
  });

  it.each([
    ['no cell', join, null, SELECT],
    ['no cell', split, null, SELECT_RANGE],
    ['a range formula', join, RANGE, SELECT],
    ['a single formula', split, SINGLES, SELECT_RANGE],
    ['one formula alone', join, sheetOf('', '=TRACE_TECH(A2)', 'mine'), SELECT],
  ])('says what to select where %s is selected, and asks nothing else', async (_what, act, cells, said) => {
    expect(await act(cells, 1)).toEqual({ said, asked: ['selected'], entered: [] });
  });

  it.each([
    ['joining', join, SINGLES],
    ['splitting', split, RANGE],
  ])('asks nobody to pay for %s in protected cells', async (_what, act, cells) => {
    expect(await act(cells, 1, { isProtected: true })).toEqual({
      said: PROTECTED,
      asked: ['selected', 'isProtected'],
      entered: [],
    });
  });

  it.each([
    ['joining', join, SINGLES],
    ['splitting', split, RANGE],
  ])('takes nothing out and enters nothing before the person agrees to %s', async (_what, act, cells) => {
    const { said, asked, entered } = await act(cells, 1, { toAgree: 'terms' });
    expect({ said, entered, isReached: asked.includes('reach') }).toEqual({
      said: 'terms',
      entered: [],
      isReached: false,
    });
  });

  it.each([
    ['it fills fewer rows, and the others hold values', { rows: 2 }, OTHERS],
    ['it has no room', { rows: 1 }, OTHERS],
    ['nobody can tell what it fills', null, OTHERS],
    ['its cell has changed', 'moved', MOVED],
    ['it cannot be taken out of its cell now', 'full', MOVED],
  ] as const)('does not split a range formula where %s', async (_what, reach, said) => {
    expect(await split(RANGE, 1, { reach })).toMatchObject({ said, entered: [] });
  });

  it('splits a range formula that fills fewer rows where the others are blank', async () => {
    const { said, entered } = await split(sheetOf('', '=TRACE_TECH(A2:A4)', 'Vue', '', 'mine'), 1, {
      reach: { rows: 2 },
    });
    expect({ said, filled: entered.map(({ filled }) => filled) }).toEqual({
      said: 'One range formula is 3 formulas now.',
      filled: [2],
    });
  });

  it.each([
    ['something else was typed', false, OTHERS],
    ['rows have moved', 'moved', MOVED],
  ] as const)('says so where %s right before', async (_what, enter, said) => {
    expect((await join(SINGLES, 1, { enter })).said).toBe(said);
    expect((await split(RANGE, 1, { enter })).said).toBe(said);
  });
});

it('an open range is split as far as the sheet has rows', () => {
  const cells = sheetOf('', '=TRACE_TECH(A2:A)', 'Vue');
  expect(singlesOf({ cells, row: 1, column: 1 })).toEqual(['=TRACE_TECH(A2)', '=TRACE_TECH(A3)']);
});

import {
  CHAIN,
  EDITS,
  editBeforeEach,
  misplaced,
  OF_ANOTHER,
  openCompanies,
  OPTIONS,
  RANGE,
  SINGLE,
  WIDE,
} from './moved-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** Somebody else moves rows or columns between any two calls of a freeze. */

useUnconnectedSpreadsheet();

const SHEETS = {
  'single formulas': SINGLE,
  'wide formulas': WIDE,
  'a range formula': RANGE,
  'formulas with options': OPTIONS,
  'formulas that read others': CHAIN,
};
const STRIDE = Number(process.env['TRACE_STRIDE'] ?? 4);
const CASES = Object.entries(SHEETS).flatMap(([of, fill], at) =>
  Object.keys(EDITS).map((edit, index) => [of, edit, fill, 1 + ((at + index) % STRIDE)] as const),
);

it.each(CASES)(
  '%s while %s: each company has its own answer or its formula, what is said is true, and thawing restores it',
  (_of, name, fill, first) => {
    const edit = EDITS[name]!;
    const whole = openCompanies(fill);
    edit(whole);
    const expected = whole.formulas();
    const wrong: string[] = [];
    let tried = 0;
    for (const { grid, before, isCollected, said } of editBeforeEach(
      () => openCompanies(fill),
      edit,
      () => world.command('freezeSheet'),
      [first, STRIDE],
    )) {
      tried += 1;
      const found = [...misplaced(grid)].filter((each) => !isCollected || OF_ANOTHER.test(each));
      if (!isCollected) {
        const gone = Object.keys(expected).length - Object.keys(grid.formulas()).length;
        const told = (pattern: RegExp): number => Number(pattern.exec(said)?.[1] ?? 0);
        const [frozen, unclear] = [
          told(/^(\d+) formulas? frozen/),
          told(/at the very moment. Check these cells: (\d+)/),
        ];
        // A row may be deleted once it is frozen, and a range be parted that is.
        const deleted = frozen + unclear - gone;
        const isDeleted = name === 'a row is deleted' && deleted > 0 && deleted <= (fill === CHAIN ? 2 : 1);
        if (gone !== frozen + unclear && !isDeleted) found.push(`${gone} are gone`);
        const thawn = world.command('thawFrozen').join();
        const listed = thawn.match(/^•/gm)?.length ?? 0;
        const back = Object.entries(grid.formulas());
        // What reads a formula that is calculated again waits for its answer.
        const missing = Object.keys(expected).length - back.length;
        const isBack =
          missing === (fill === RANGE ? listed : 0) || (fill === CHAIN && missing > 0 && missing <= listed);
        if (!isBack || back.some(([at, formula]) => expected[at] !== formula))
          found.push(`back are ${JSON.stringify(back)}`);
      }
      if (found.length > 0) wrong.push(`${before}: ${found.join(', ')} (${said})`);
    }
    expect({ wrong, isLong: tried * STRIDE > 60 }).toEqual({ wrong: [], isLong: true });
  },
);

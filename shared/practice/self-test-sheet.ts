import { columnName } from '../cells/column-name';
import { PROBLEM_PREFIX } from '../cells/problem-text';
import { SELF_TEST_CHECKS, type SelfTestCheck, type Shown } from './self-test-checks';
import type { PracticeSheet } from './sheet';

const SELF_TEST = 'Trace self-test';

/** Whether a sheet shows mistakes on purpose, which are no problems of the file. */
export function holdsMistakes(sheetName: string): boolean {
  return sheetName.startsWith(SELF_TEST);
}

/** Where a host shows the sentence of a problem: in the cell, or on the card of an error. */
export type ProblemsAre = 'texts' | 'errors';

/** Verdicts are numbers: users see green or red words, and formulas can count them. */
const [AS_EXPECTED, DIFFERS, WAITS] = [1, -1, 0];
/** Color 10 is dark green in both programs. The spaces that fill the cell keep the words on its left. */
const VERDICT_FORMAT = '[Color10]"✓ As expected"* ;[Red]"✗ Differs"* ;"Waiting"* ';

/** Columns. The first one names the check. */
const [VERDICT, EXPECTED, INPUT, ANSWER] = [1, 2, 3, 4];
const FIRST_ROW = 3;

/**
 * The numbers that `ERROR.TYPE` returns. Errors without a number of their own, such as a cell that is still
 * calculating, are 8.
 */
const ERROR_TYPES = { '#VALUE!': 3, '#N/A': 7 };
const OTHER_TYPE = 8;

/** The checks as a sheet: each has a formula that compares the answer with the expected value beside it. */
export function toSelfTestSheet(
  problemsAre: ProblemsAre,
  checks: readonly SelfTestCheck[] = SELF_TEST_CHECKS,
): PracticeSheet {
  const verdicts = `${at(FIRST_ROW, VERDICT)}:${at(FIRST_ROW + checks.length - 1, VERDICT)}`;
  const waiting = `COUNTIF(${verdicts},${WAITS})`;
  return {
    title: SELF_TEST,
    rows: [
      ['Trace self-test'],
      [
        'Sample companies. Each result should turn green. Free for up to 6 hours, or until a key is set or changed. Formulas recalculated later may use credits: insert a new self-test then.',
      ],
      ['Check', 'Result', 'Expected', 'Input', 'Answer'],
      ...checks.map(({ about, input, shows }) => [about, '', toExpected(shows, problemsAre), input]),
    ],
    widths: [40, 22, 44, 34, 44, 20],
    formats: [{ column: VERDICT, format: VERDICT_FORMAT }],
    formulas: [
      [
        0,
        VERDICT,
        `=COUNTIF(${verdicts},${AS_EXPECTED})&" of ${checks.length} as expected"&IF(${waiting}>0,", "&${waiting}&" waiting","")`,
      ],
      ...checks.flatMap((check, index) =>
        toFormulas(check, FIRST_ROW + index, rowOfFormula(checks, index), problemsAre),
      ),
    ],
  };
}

function toFormulas(
  { formula, shows, at: [down, right] = [0, 0] }: SelfTestCheck,
  row: number,
  formulaRow: number,
  problemsAre: ProblemsAre,
): PracticeSheet['formulas'] {
  const cell = at(row + down, ANSWER + right);
  const own = toVerdict(cell, at(row, EXPECTED), shows, problemsAre);
  // A formula that failed leaves the cells below it blank too.
  const isFilled = `${at(formulaRow, VERDICT)}=${AS_EXPECTED}`;
  const ofCell = formulaRow === row ? own : `IF(${isFilled},${own},${DIFFERS})`;
  const waits = toWaits(at(formulaRow, ANSWER), problemsAre);
  const verdict = [row, VERDICT, `=IF(${waits},${WAITS},${ofCell})`] as const;
  return formula === '' ? [verdict] : [verdict, [row, ANSWER, withInputs(formula, row)]];
}

/** The index of the row whose formula fills a check's cell, from 0. */
function rowOfFormula(checks: readonly SelfTestCheck[], index: number): number {
  return checks[index]!.formula === '' ? rowOfFormula(checks, index - 1) : FIRST_ROW + index;
}

/** @param row from 0 */
function withInputs(formula: string, row: number): string {
  return formula.replace(/@(\d?)/g, (_sign, rows: string) =>
    rows === '' ? at(row, INPUT) : `${at(row, INPUT)}:${at(row + Number(rows) - 1, INPUT)}`,
  );
}

/** Texts that neither program converts. */
function toExpected(shows: Shown, problemsAre: ProblemsAre): string | number {
  if (typeof shows === 'boolean') return shows ? 'TRUE' : 'FALSE';
  if (typeof shows !== 'object') return shows === '' ? '(blank)' : shows;
  if ('day' in shows) return shows.day;
  return problemsAre === 'texts' ? PROBLEM_PREFIX + shows.problem : `Error ${shows.error}`;
}

/**
 * A condition that a formula is still being calculated. Some programs show a text meanwhile; in Google Sheets, where
 * no answer is an error, the cell may be #N/A.
 */
function toWaits(cell: string, problemsAre: ProblemsAre): string {
  const type = `ERROR.TYPE(${cell})`;
  const ofError = problemsAre === 'texts' ? `OR(${type}=7,${type}=${OTHER_TYPE})` : `${type}=${OTHER_TYPE}`;
  return `IF(ISERROR(${cell}),${ofError},OR(EXACT(${cell},"#BUSY!"),RIGHT(${cell},3)="..."))`;
}

function toVerdict(cell: string, expected: string, shows: Shown, problemsAre: ProblemsAre): string {
  const isError = typeof shows === 'object' && 'error' in shows && problemsAre === 'errors';
  const toOne = (condition: string): string => `IF(${condition},${AS_EXPECTED},${DIFFERS})`;
  const ofError = isError ? toOne(`ERROR.TYPE(${cell})=${ERROR_TYPES[shows.error]}`) : DIFFERS;
  const ofValue = isError ? DIFFERS : toOne(toMatch(cell, expected, shows));
  return `IF(ISERROR(${cell}),${ofError},${ofValue})`;
}

/** Uses `EXACT`, since `=` ignores case. Number and date formats depend on the language, so values are compared. */
function toMatch(cell: string, expected: string, shows: Shown): string {
  if (shows === '') return `LEN(${cell})=0`;
  if (typeof shows === 'number') return `AND(ISNUMBER(${cell}),${cell}=${expected})`;
  if (typeof shows === 'boolean') return `IF(ISLOGICAL(${cell}),IF(${cell},"TRUE","FALSE")=${expected},FALSE)`;
  if (typeof shows === 'object' && 'day' in shows) {
    const [year, month, day] = shows.day.split('-').map(Number);
    return `OR(${cell}=DATE(${year},${month},${day}),EXACT(${cell},${expected}))`;
  }
  return `AND(ISTEXT(${cell}),EXACT(${cell},${expected}))`;
}

/** The cell's name. Row and column count from 0. */
function at(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

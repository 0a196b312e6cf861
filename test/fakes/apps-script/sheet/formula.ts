import { readA1, type Place } from './a1';
import { readFormulaText, type Node } from './formula-text';
import type { SheetGrid } from './sheet-grid';
import { midnightIn } from './time-zone';

/** A call of an add-on function, which Google answers in a run of its own. */
export interface CustomCall {
  /** Distinguishes it from the other calls of its formula. */
  readonly key: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** The spreadsheet of a formula. */
export interface Book {
  readonly sheets: readonly SheetGrid[];
  /** References by name, such as `Leads!A2`. */
  readonly namedRanges: ReadonlyMap<string, string>;
  /**
   * Functions that users have defined, with their parameters and formulas:
   * https://support.google.com/docs/answer/12504534.
   */
  readonly namedFunctions: ReadonlyMap<string, { readonly params: readonly string[]; readonly formula: string }>;
  readonly timeZone: string;
}

/** A cell's value, or rows of them. */
type Value = unknown;
type Table = readonly (readonly unknown[])[];
/** What a formula shows, or the calls whose answers it still needs. */
type Calculated =
  | { readonly is: 'shown'; readonly cells: Table }
  | { readonly is: 'waits'; readonly calls: readonly CustomCall[] };

/** A placeholder for a value that is not available yet. */
const WAITS = Symbol('waits');
const ERROR = /^#(ERROR!|VALUE!|NAME\?|REF!|N\/A|DIV\/0!)$/;
/** https://support.google.com/docs/answer/3238305 */
const ERROR_TYPES: Readonly<Record<string, number>> = { '#VALUE!': 3, '#REF!': 4, '#NAME?': 5, '#N/A': 7 };

/**
 * Calculates a formula as far as the answers go. Each call that is evaluated becomes a run of the add-on: `IF`
 * evaluates one of its branches, `MAP` its function for each cell.
 *
 * @param answers of calls, by their keys
 */
export function calculateFormula(
  formula: string,
  grid: SheetGrid,
  book: Book,
  answers: ReadonlyMap<string, Table>,
): Calculated {
  const calls: CustomCall[] = [];
  const value = new Evaluation(grid, book, answers, calls).value(readFormulaText(formula), new Map(), '');
  return calls.length > 0 ? { is: 'waits', calls } : { is: 'shown', cells: toTable(value) };
}

type Names = ReadonlyMap<string, Value>;

class Evaluation {
  constructor(
    private readonly grid: SheetGrid,
    private readonly book: Book,
    private readonly answers: ReadonlyMap<string, Table>,
    private readonly calls: CustomCall[],
  ) {}

  /** @param path the position in the formula, and the cell of a `MAP` */
  value(node: Node, names: Names, path: string): Value {
    switch (node.is) {
      case 'literal':
        return node.value;
      case 'word':
        return names.has(node.text.toUpperCase()) ? names.get(node.text.toUpperCase()) : this.reference(node.text);
      case 'sides': {
        const [left, right] = [this.value(node.left, names, path), this.value(node.right, names, path)];
        return left === WAITS || right === WAITS ? WAITS : each(node.sign, left, right);
      }
      case 'call':
        return this.call(node, names, path);
    }
  }

  private call(node: Node & { is: 'call' }, names: Names, path: string): Value {
    const { name, args, at } = node;
    const of = (index: number): Value => (args[index] === undefined ? '' : this.value(args[index], names, path));
    switch (name) {
      case 'IF': {
        const condition = first(of(0));
        if (condition === WAITS || isError(condition)) return condition;
        return isTrue(condition) ? of(1) : of(2);
      }
      case 'IFERROR':
      case 'IFNA': {
        const value = of(0);
        return value === WAITS || !isError(first(value)) ? value : of(1);
      }
      case 'LET': {
        const known = new Map(names);
        for (let at = 0; at + 1 < args.length; at += 2)
          known.set(nameOf(args[at]!), this.value(args[at + 1]!, known, path));
        return this.value(args[args.length - 1]!, known, path);
      }
      case 'MAP': {
        const lambda = args[1] as Node & { is: 'call' };
        const param = nameOf(lambda.args[0]!);
        const shown = toTable(of(0)).map((row, index) =>
          first(this.value(lambda.args[1]!, new Map([...names, [param, row[0]]]), `${path}/${at}.${index}`)),
        );
        return shown.includes(WAITS) ? WAITS : shown.map((value) => [value]);
      }
    }
    const values = args.map((_arg, index) => of(index));
    if (values.includes(WAITS)) return WAITS;
    if (name === 'DATE') {
      const day = new Date(Date.UTC(Number(values[0]), Number(values[1]) - 1, Number(values[2])));
      return midnightIn(this.book.timeZone, day.toISOString().slice(0, 10));
    }
    const built = BUILT_IN[name];
    if (built !== undefined) return built(...values);
    const own = this.book.namedFunctions.get(name);
    if (own !== undefined) {
      const known = new Map(own.params.map((param, index) => [param.toUpperCase(), values[index]]));
      return this.value(readFormulaText(own.formula), known, `${path}/${at}`);
    }
    const key = `${path}/${at}`;
    const answer = this.answers.get(key);
    if (answer !== undefined) return answer.length === 1 && answer[0]?.length === 1 ? answer[0][0] : answer;
    this.calls.push({ key, name, args: values });
    return WAITS;
  }

  private reference(text: string): Value {
    const named = this.book.namedRanges.get(text.toUpperCase());
    if (named !== undefined) return this.reference(named);
    const mark = text.lastIndexOf('!');
    const sheet = text.slice(0, Math.max(0, mark)).replace(/^'|'$/g, '').replace(/''/g, "'");
    const grid = mark < 0 ? this.grid : this.book.sheets.find(({ name }) => name === sheet);
    if (grid === undefined) return '#REF!';
    const [from = '', to] = text
      .slice(mark + 1)
      .replace(/\$/g, '')
      .split(':');
    if (to === undefined) return grid.value(readA1(from));
    const start = cornerOf(from, { row: 1, column: 1 });
    const end = cornerOf(to, grid.edge());
    return Array.from({ length: end.row - start.row + 1 }, (_row, row) =>
      Array.from({ length: end.column - start.column + 1 }, (_column, column) =>
        grid.value({ row: start.row + row, column: start.column + column }),
      ),
    );
  }
}

/** `A2`, or `A`, which reaches to the edge. */
function cornerOf(text: string, edge: Place): Place {
  return /\d$/.test(text) ? readA1(text) : { row: edge.row, column: readA1(`${text}1`).column };
}

function nameOf(node: Node): string {
  return node.is === 'word' ? node.text.toUpperCase() : '';
}

const BUILT_IN: Readonly<Record<string, (...args: readonly Value[]) => Value>> = {
  ARRAYFORMULA: (value) => value,
  TRIM: (value) => ofEach(value, (cell) => String(cell).trim().replace(/ +/g, ' ')),
  LOWER: (value) => ofEach(value, (cell) => String(cell).toLowerCase()),
  UPPER: (value) => ofEach(value, (cell) => String(cell).toUpperCase()),
  TO_TEXT: (value) => ofEach(value, String),
  LEN: (value) => String(first(value)).length,
  RIGHT: (value, length) => String(first(value)).slice(-Number(length)),
  EXACT: (left, right) => String(first(left)) === String(first(right)),
  ISERROR: (value) => isError(first(value)),
  'ERROR.TYPE': (value) => (isError(first(value)) ? (ERROR_TYPES[String(first(value))] ?? 8) : '#N/A'),
  ISTEXT: (value) => typeof first(value) === 'string' && first(value) !== '' && !isError(first(value)),
  ISNUMBER: (value) => typeof first(value) === 'number' || isDate(first(value)),
  ISLOGICAL: (value) => typeof first(value) === 'boolean',
  INDEX: (value, row, column) => toTable(value)[Number(row) - 1]?.[Number(column) - 1] ?? '#REF!',
  COUNTIF: (value, wanted) => toTable(value).flat().filter(toCriterion(wanted)).length,
  SUM: (...values) => sumOf(values.flatMap((value) => toTable(value).flat())),
  ROUND: (value, digits) => {
    const power = 10 ** Number(first(digits));
    return isError(first(value)) ? first(value) : Math.round(Number(first(value)) * power) / power;
  },
  LEFT: (value, length) => (isError(first(value)) ? first(value) : String(first(value)).slice(0, Number(length))),
  SEARCH: (part, within) => {
    const failed = [part, within].map(first).find(isError);
    if (failed !== undefined) return failed;
    const at = String(first(within))
      .toLowerCase()
      .indexOf(String(first(part)).toLowerCase());
    return at < 0 ? '#VALUE!' : at + 1;
  },
  ISBLANK: (value) => first(value) === '',
  NOT: (value) => !isTrue(first(value)),
  OR: (...values) => failedIn(values) ?? values.some((value) => isTrue(first(value))),
  AND: (...values) => failedIn(values) ?? values.every((value) => isTrue(first(value))),
  SPLIT: (value, by) => [String(first(value)).split(String(by))],
  JOIN: (by, ...values) => values.flatMap((value) => toTable(value).flat()).join(String(by)),
};

function each(sign: string, left: Value, right: Value): Value {
  const [a, b] = [first(left), first(right)];
  const failed = [a, b].find(isError);
  if (failed !== undefined) return failed;
  switch (sign) {
    case '&':
      return `${String(a)}${String(b)}`;
    case '=':
      return isEqual(a, b);
    case '<>':
      return !isEqual(a, b);
    case '>':
      return Number(a) > Number(b);
    case '<':
      return Number(a) < Number(b);
    case '>=':
      return Number(a) >= Number(b);
    case '<=':
      return Number(a) <= Number(b);
    case '*':
      return Number(a) * Number(b);
    case '/':
      return Number(b) === 0 ? '#DIV/0!' : Number(a) / Number(b);
    case '+':
      return Number(a) + Number(b);
    case '-':
      return Number(a) - Number(b);
  }
  throw new Error(`the sheet of the tests cannot calculate ${sign}`);
}

function ofEach(value: Value, change: (cell: unknown) => unknown): Value {
  return Array.isArray(value) ? toTable(value).map((row) => row.map(change)) : change(value);
}

/** `">5"`, or a value that cells equal. Errors never match: https://support.google.com/docs/answer/3093480. */
function toCriterion(wanted: Value): (cell: unknown) => boolean {
  const [, least] = /^>(\d+(?:\.\d+)?)$/.exec(String(first(wanted))) ?? [];
  if (least !== undefined) return (cell) => typeof cell === 'number' && cell > Number(least);
  return (cell) =>
    cell !== '' && !isError(cell) && typeof cell === typeof first(wanted) && isEqual(cell, first(wanted));
}

function sumOf(cells: readonly unknown[]): unknown {
  return cells.find(isError) ?? cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}

function failedIn(values: readonly Value[]): unknown {
  return values.map(first).find(isError);
}

function first(value: Value): unknown {
  return Array.isArray(value) ? toTable(value)[0]?.[0] : value;
}

function toTable(value: Value): Table {
  return Array.isArray(value) ? (value as Table) : [[value]];
}

/** Texts ignore case; a number or date is not a text. */
function isEqual(a: unknown, b: unknown): boolean {
  const isNumber = (value: unknown): boolean => typeof value === 'number' || isDate(value);
  if (a !== '' && b !== '' && isNumber(a) !== isNumber(b)) return false;
  return toCompared(a) === toCompared(b);
}

function toCompared(value: unknown): string {
  return isDate(value) ? String(value.getTime()) : String(value).toLowerCase();
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function isError(value: unknown): boolean {
  return typeof value === 'string' && ERROR.test(value);
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

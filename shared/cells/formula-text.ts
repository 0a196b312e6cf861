/** Cells of a sheet, counted from 1. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  /** `Infinity`: to the end of the sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Absent: the formula's own sheet. */
  readonly sheet?: string;
}

/** A formula, or a part of one, as it is written. */
export type Expression =
  | { readonly is: 'value'; readonly value: string | number | boolean | undefined }
  | ({ readonly is: 'range' } & CellRange)
  /** A named range, or a name that LET or LAMBDA defines. */
  | { readonly is: 'name'; readonly name: string }
  /** Names are upper case. */
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly is: 'operation'; readonly sign: string; readonly sides: readonly Expression[] };

const CELLS = String.raw`(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<sheet>[\p{L}_][\w\p{L}\p{M}.]*))!)?\$?(?<column>[A-Z]{1,3})(?:\$?(?<row>\d{1,7}))?(?::\$?(?<toColumn>[A-Z]{1,3})(?:\$?(?<toRow>\d{1,7}))?)?(?![\w.(!])`;
/** A text, a number, cells, a word, or a sign. */
const TOKEN = new RegExp(
  String.raw`\s*(?:"(?<text>(?:[^"]|"")*)"|(?<number>\d+(?:\.\d+)?)(?![\w.])|(?<cells>${CELLS})|(?<word>[\p{L}_][\w\p{L}\p{M}.]*)\s*(?<opens>\()?|(?<sign><>|<=|>=|[-+*/^&=<>(),;{}%]))`,
  'iyu',
);
/** Operators that bind loosest come first. */
const SIGNS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/', '^']];
const EXCEL_PREFIX = /^(_XLDUDF_)?(DEV[._](?=TRACE_))?/;
/** Deeper than people write, and shallow enough for the stack. */
const DEEPEST = 64;

/**
 * Parses a formula, with commas or semicolons between arguments; `null` if it contains anything else, such as a
 * reference to a table.
 *
 * @param formula with its `=`
 */
export function readFormulaText(formula: string): Expression | null {
  if (!formula.startsWith('=')) return null;
  try {
    const reader = new Reader(formula);
    const whole = reader.side(0, 0);
    return reader.isAtEnd ? whole : null;
  } catch {
    return null;
  }
}

type Token = Readonly<Record<string, string | undefined>>;

const END: Token = {};

class Reader {
  private at = 1;
  private token = END;
  private readonly text: string;

  constructor(formula: string) {
    this.text = formula.trimEnd();
    this.advance();
  }

  get isAtEnd(): boolean {
    return this.token === END;
  }

  /** Parses operators of this level and of those that bind tighter. */
  side(level: number, depth: number): Expression {
    const signs = SIGNS[level];
    if (depth > DEEPEST) throw new Error('too deep');
    if (signs === undefined) return this.percent(this.one(depth));
    let left = this.side(level + 1, depth);
    while (signs.includes(this.token['sign'] ?? '')) {
      const sign = this.advance()['sign']!;
      left = { is: 'operation', sign, sides: [left, this.side(level + 1, depth)] };
    }
    return left;
  }

  private percent(of: Expression): Expression {
    if (this.token['sign'] !== '%') return of;
    this.advance();
    return { is: 'operation', sign: '%', sides: [of] };
  }

  private one(depth: number): Expression {
    const token = this.advance();
    const { text, number, cells, word, opens, sign } = token;
    if (sign === '-' || sign === '+') {
      const of = this.one(depth + 1);
      const isNumber = of.is === 'value' && typeof of.value === 'number';
      return isNumber && sign === '-'
        ? { is: 'value', value: -Number(of.value) }
        : { is: 'operation', sign, sides: [of] };
    }
    if (sign === '(') {
      const inner = this.side(0, depth + 1);
      this.pass(')');
      return inner;
    }
    if (sign === '{') return { is: 'call', name: sign, args: this.list('}', depth) };
    if (text !== undefined) return { is: 'value', value: text.replace(/""/g, '"') };
    if (number !== undefined) return { is: 'value', value: Number(number) };
    if (cells !== undefined) return toRange(token) ?? { is: 'name', name: cells.toUpperCase() };
    const name = (word ?? '').toUpperCase();
    if (opens !== undefined) return { is: 'call', name: name.replace(EXCEL_PREFIX, ''), args: this.list(')', depth) };
    if (name === '') throw new Error('unexpected');
    return name === 'TRUE' || name === 'FALSE' ? { is: 'value', value: name === 'TRUE' } : { is: 'name', name };
  }

  /** Parses what is between parentheses. An omitted argument has no value. */
  private list(end: string, depth: number): readonly Expression[] {
    const items: Expression[] = [];
    if (this.token['sign'] !== end) {
      do {
        const isLeftOut = [',', ';', end].includes(this.token['sign'] ?? '');
        items.push(isLeftOut ? { is: 'value', value: undefined } : this.side(0, depth + 1));
      } while ([',', ';'].includes(this.token['sign'] ?? '') && this.advance() !== END);
    }
    this.pass(end);
    return items;
  }

  private pass(sign: string): void {
    if (this.advance()['sign'] !== sign) throw new Error('unexpected');
  }

  /** Moves on, and returns the token that was current. */
  private advance(): Token {
    const { token } = this;
    if (this.at >= this.text.length) {
      this.token = END;
      return token;
    }
    TOKEN.lastIndex = this.at;
    const groups = TOKEN.exec(this.text)?.groups;
    if (groups === undefined) throw new Error('unknown');
    this.at = TOKEN.lastIndex;
    this.token = groups;
    return token;
  }
}

/** Reads a range; `null` if it is only letters, which are a name. */
function toRange({ quoted, sheet, column, row, toColumn = column, toRow, cells }: Token): Expression | null {
  const isOpen = cells?.includes(':') === true;
  if (row === undefined && !isOpen) return null;
  const top = Number(row ?? 1);
  const bottom = isOpen ? Number(toRow ?? Infinity) : top;
  const [left, right] = [columnNumber(column!), columnNumber(toColumn!)];
  if (top < 1 || bottom < 1) throw new Error('no such row');
  const of = quoted?.replace(/''/g, "'") ?? sheet;
  return {
    is: 'range',
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
    ...(of === undefined ? {} : { sheet: of }),
  };
}

/** `A` is 1, `AA` 27. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** One cell, counted from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const REFERENCE = /(\$?)([A-Z]{1,3})(\$?)(\d+)/g;
const R1C1_REFERENCE = /R(?:\[(-?\d+)\]|(\d+))?C(?:\[(-?\d+)\]|(\d+))?/g;
/** Splits off texts, which contain no references. */
const TEXTS = /("(?:[^"]|"")*")/;

/** `B2` → row 2, column 2. */
export function readA1(text: string): Place {
  const [, , letters = '', , digits = ''] = new RegExp(`^${REFERENCE.source}$`).exec(text) ?? [];
  if (letters === '') throw new Error(`${text} is no cell`);
  return { row: Number(digits), column: toNumber(letters) };
}

/** Row 2, column 2 → `B2`. */
export function toA1({ row, column }: Place): string {
  return `${toLetters(column)}${row}`;
}

/** A formula of one cell in R1C1 notation: `=TRACE_TECH(A2)` in B2 is `=TRACE_TECH(R[0]C[-1])`. */
export function toR1C1(formula: string, at: Place): string {
  return outsideTexts(formula, (part) =>
    part.replace(REFERENCE, (_all, columnIsFixed: string, letters: string, rowIsFixed: string, digits: string) => {
      const [row, column] = [Number(digits), toNumber(letters)];
      return `R${rowIsFixed ? row : `[${row - at.row}]`}C${columnIsFixed ? column : `[${column - at.column}]`}`;
    }),
  );
}

/** The inverse of `toR1C1`. */
export function fromR1C1(formula: string, at: Place): string {
  return outsideTexts(formula, (part) =>
    part.replace(R1C1_REFERENCE, (_all, rowBy?: string, row?: string, columnBy?: string, column?: string) => {
      const rowText = row === undefined ? String(at.row + Number(rowBy ?? 0)) : `$${row}`;
      const columnText =
        column === undefined ? toLetters(at.column + Number(columnBy ?? 0)) : `$${toLetters(Number(column))}`;
      return `${columnText}${rowText}`;
    }),
  );
}

/** The position of a row or column after an edit; `null`: it was deleted. */
export type Moved = (at: number) => number | null;

/** A reference, or a range, whose end as in `A2:A` may have no row. Excludes names of functions and sheets. */
const CELLS = /(?<![\w$.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(?:(\$?)(\d+))?)?(?![\w(!])/g;

/** A formula after rows or columns were inserted, deleted or moved: its references follow their cells. */
export function moveReferences(formula: string, toRow: Moved, toColumn: Moved): string {
  return outsideTexts(formula, (part) =>
    part.replace(CELLS, (_all, ...found: (string | undefined)[]) => {
      const [c1 = '', letters = '', r1 = '', row = '', c2 = '', lastLetters, r2 = '', lastRow] = found;
      const isOne = lastLetters === undefined;
      const rows = ends(Number(row), isOne ? null : Number(lastRow ?? Infinity), toRow);
      const columns = ends(toNumber(letters), isOne ? null : toNumber(lastLetters), toColumn);
      if (rows === null || columns === null) return '#REF!';
      const first = `${c1}${toLetters(columns[0])}${r1}${rows[0]}`;
      const end = lastRow === undefined ? '' : `${r2}${rows[1]}`;
      return isOne ? first : `${first}:${c2}${toLetters(columns[1])}${end}`;
    }),
  );
}

/** Both ends of the rest of a range. */
function ends(first: number, last: number | null, move: Moved): readonly [number, number] | null {
  let [from, to] = [first, last ?? first];
  if (to === Infinity) return [move(from) ?? from, to];
  while (from <= to && move(from) === null) from += 1;
  while (from <= to && move(to) === null) to -= 1;
  return from > to ? null : [move(from)!, move(to)!];
}

/** A formula that a sort moves to another row: relative references stay relative, and fixed ones stay in place. */
export function sortReferences(formula: string, by: number): string {
  return outsideTexts(formula, (part) =>
    part.replace(REFERENCE, (_all, columnIsFixed: string, letters: string, rowIsFixed: string, digits: string) => {
      const row = rowIsFixed ? Number(digits) : Number(digits) + by;
      return row < 1 ? '#REF!' : `${columnIsFixed}${letters}${rowIsFixed}${row}`;
    }),
  );
}

/** The rows that a formula refers to. */
export function rowsOf(formula: string): readonly number[] {
  return [...outsideTexts(formula, (part) => part, '').matchAll(REFERENCE)].map(([, , , , digits]) => Number(digits));
}

function outsideTexts(formula: string, change: (part: string) => string, text: string | null = null): string {
  return formula
    .split(TEXTS)
    .map((part, index) => (index % 2 === 1 ? (text ?? part) : change(part)))
    .join('');
}

function toNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function toLetters(column: number): string {
  const rest = (column - 1) % 26;
  return `${column > 26 ? toLetters((column - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`;
}

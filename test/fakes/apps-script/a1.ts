/** One cell, counted from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const REFERENCE = /(\$?)([A-Z]{1,3})(\$?)(\d+)/g;
const R1C1_REFERENCE = /R(?:\[(-?\d+)\]|(\d+))?C(?:\[(-?\d+)\]|(\d+))?/g;
/** Texts, which hold no references, are split off. */
const TEXTS = /("(?:[^"]|"")*")/;

/** `B2` → row 2, column 2. */
export function readA1(text: string): Place {
  const [, , letters = '', , digits = ''] = new RegExp(`^${REFERENCE.source}$`).exec(text) ?? [];
  if (letters === '') throw new Error(`${text} is no cell`);
  return { row: Number(digits), column: toColumn(letters) };
}

/** Row 2, column 2 → `B2`. */
export function toA1({ row, column }: Place): string {
  return `${toLetters(column)}${row}`;
}

/** A formula of one cell in R1C1 notation: `=TRACE_TECH(A2)` in B2 is `=TRACE_TECH(R[0]C[-1])`. */
export function toR1C1(formula: string, at: Place): string {
  return outsideTexts(formula, (part) =>
    part.replace(REFERENCE, (_all, columnIsFixed: string, letters: string, rowIsFixed: string, digits: string) => {
      const [row, column] = [Number(digits), toColumn(letters)];
      return `R${rowIsFixed ? row : `[${row - at.row}]`}C${columnIsFixed ? column : `[${column - at.column}]`}`;
    }),
  );
}

/** The other way round. */
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

/** References to cells at or below a row move down with them. */
export function shiftRows(formula: string, fromRow: number, by: number): string {
  return outsideTexts(formula, (part) =>
    part.replace(REFERENCE, (all, columnIsFixed: string, letters: string, rowIsFixed: string, digits: string) =>
      Number(digits) < fromRow ? all : `${columnIsFixed}${letters}${rowIsFixed}${Number(digits) + by}`,
    ),
  );
}

function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split(TEXTS)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

function toColumn(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function toLetters(column: number): string {
  const rest = (column - 1) % 26;
  return `${column > 26 ? toLetters((column - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`;
}

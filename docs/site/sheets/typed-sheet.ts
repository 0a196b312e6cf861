/** What a user types into a sheet, as a `sheet` block of a Markdown page shows it. */
export interface TypedSheet {
  /** Texts in cells, by place such as `A2`. */
  readonly texts: ReadonlyMap<string, string>;
  /** In the order of their lines. */
  readonly formulas: readonly TypedFormula[];
}

export interface TypedFormula {
  /** A place such as `B2`. */
  readonly place: string;
  readonly formula: string;
}

const LINE = /^([A-Z])(\d+)(?::([A-Z])(\d+))?\s+(\S.*)$/;
/** `company-1.example … company-3000.example`. */
const NUMBERED = /^(.*?)(\d+)(\D*) … \1(\d+)\3$/;

/**
 * Reads a block. Each line begins with a place: a cell with a text or a formula, or part of a column with its values,
 * separated by commas.
 *
 * @throws Error if a line is neither, or a column has another length than its range
 */
export function readTypedSheet(block: string): TypedSheet {
  const texts = new Map<string, string>();
  const formulas: TypedFormula[] = [];
  for (const line of block.split('\n').filter((text) => text.trim() !== '')) {
    const [, column = '', row = '', lastColumn = column, lastRow = row, content = ''] = LINE.exec(line) ?? [];
    if (column === '' || lastColumn !== column) throw new Error(`not a line of a sheet: ${line}`);
    if (content.startsWith('=')) formulas.push({ place: column + row, formula: content });
    else {
      const values = Number(row) === Number(lastRow) ? [content] : toValues(content);
      if (values.length !== Number(lastRow) - Number(row) + 1) throw new Error(`${values.length} values: ${line}`);
      values.forEach((value, index) => texts.set(column + String(Number(row) + index), value));
    }
  }
  return { texts, formulas };
}

function toValues(content: string): readonly string[] {
  const [, before = '', first, after = '', last] = NUMBERED.exec(content) ?? [];
  if (first === undefined) return content.split(/\s*,\s*/);
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_value, index) => before + String(Number(first) + index) + after);
}

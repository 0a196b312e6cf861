import { readOptionPairs, splitPairs } from './option-pairs';
import { isBlank, type CellValue } from './values';

/** Searched in the text before options are parsed, since almost no formula has it. */
const NAME = /if_problem|refresh/i;
const PAIR = /^(if_problem|refresh)\s*=/i;
/** A text in a formula; quotes in it are doubled. */
const TEXT_LITERAL = /"((?:[^"]|"")*)"/g;

/** The same options without those that affect no request and no answer. */
export function withoutIdle(options: CellValue): CellValue {
  if (!namesIdle(options)) return options;
  if (!Array.isArray(options)) return withoutPair(String(options));
  const rows = (options as readonly unknown[]).flatMap((row) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    if (cells.length > 1) return PAIR.test(`${String(cells[0]).trim()}=`) ? [] : [cells];
    const text = withoutPair(String(cells[0] ?? ''));
    return text === '' ? [] : [[text]];
  });
  return rows.length === 0 ? '' : rows;
}

/** The values that the texts of a formula show instead of problems. Options in other cells are not known. */
export function problemTextsOf(formula: string): readonly string[] {
  if (!NAME.test(formula)) return [];
  return [...formula.matchAll(TEXT_LITERAL)].flatMap(([, text = '']) => {
    if (!NAME.test(text)) return [];
    try {
      return readOptionPairs(text.replace(/""/g, '"')).get('if_problem') ?? [];
    } catch {
      return [];
    }
  });
}

function withoutPair(text: string): string {
  return splitPairs(text)
    .filter((pair) => !PAIR.test(pair))
    .join(';');
}

/** Whether options, as the host passes them, may hold one of these. */
export function namesIdle(options: CellValue): boolean {
  if (Array.isArray(options)) return options.some(namesIdle);
  return !isBlank(options) && typeof options === 'string' && NAME.test(options);
}

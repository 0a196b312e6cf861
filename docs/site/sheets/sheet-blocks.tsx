import { lexer } from 'marked';
import type { Cell } from '../../../shared/formulas';
import { ExampleSheet } from '../example-sheet';
import type { Blocks } from '../guides';
import { answerBlock } from './answer-sheet';

/** Enough to show the result for a column. */
const ROWS_SHOWN = 10;

/**
 * The `sheet` blocks of a page, with the sandbox's answers: one sheet that each block continues, as a reader types
 * them.
 *
 * @throws Error if a block needs a cell that an earlier one has filled
 */
export async function answerSheets(markdown: string): Promise<Blocks> {
  const shown = new Map<string, string>();
  let cells: ReadonlyMap<string, Cell> = new Map();
  for (const token of lexer(markdown)) {
    if (token.type !== 'code') continue;
    const { lang = '', text } = token as { readonly lang?: string; readonly text: string };
    const sheet = await answerBlock(lang, text, cells);
    if (sheet === null) continue;
    cells = sheet.cells;
    const rows = sheet.rows.slice(0, ROWS_SHOWN);
    const left = sheet.rows.length - rows.length;
    const label = `Sheet ${shown.size + 1}`;
    const html = String(<ExampleSheet label={label} formulas={sheet.formulas} rows={rows} left={left} />);
    shown.set(text, `<figure>${html}</figure>\n`);
  }
  return (language, text) => (/^sheet\b/.test(language) ? shown.get(text) : undefined);
}

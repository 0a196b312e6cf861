import { lexer } from 'marked';
import { ExampleSheet } from '../example-sheet';
import type { Blocks } from '../guides';
import { answerBlock } from './answer-sheet';

/** Enough to show what a column becomes. */
const ROWS_SHOWN = 10;

/** The `sheet` blocks of a page as parts of a spreadsheet, with the sandbox's answers in it. */
export async function answerSheets(markdown: string): Promise<Blocks> {
  const shown = new Map<string, string>();
  for (const token of lexer(markdown)) {
    if (token.type !== 'code') continue;
    const { lang = '', text } = token as { readonly lang?: string; readonly text: string };
    const sheet = await answerBlock(lang, text);
    if (sheet === null) continue;
    const rows = sheet.rows.slice(0, ROWS_SHOWN);
    const left = sheet.rows.length - rows.length;
    const label = `Sheet ${shown.size + 1}`;
    const html = String(<ExampleSheet label={label} formulas={sheet.formulas} rows={rows} left={left} />);
    shown.set(text, `<figure>${html}</figure>\n`);
  }
  return (language, text) => (/^sheet\b/.test(language) ? shown.get(text) : undefined);
}

import { PROBLEM_PREFIX, sentenceInSheets } from '../../shared/formulas';
import { toGuide } from './guides';
import { renderPage } from './page';
import type { Problem, ProblemGroup } from './problems';
import { TextTable } from './text-table';

/** How the hosts show each kind of problem: `apps-script/formulas/call-function.ts`, `excel-addin/functions/call.ts`. */
export const EXCEL_CELL = { value: '#VALUE!', notAvailable: '#N/A', text: '#TRACE' } as const;
const ON_PANEL =
  'Select the cell to read the sentence in the Trace panel or, in the web workbook, above the grid. Desktop Excel shows it nowhere else.';
const EXCEL_MEANING = {
  value: `You can correct the formula or the input. ${ON_PANEL}`,
  notAvailable: `The answer is not there yet. ${ON_PANEL}`,
  text: 'A text, because desktop Excel shows no message for an error.',
} as const;

/** In the Google Sheets app formulas show their answers, but editor add-ons have neither a menu nor a panel. */
const ON_A_PHONE =
  'The Google Sheets app has no Trace panel: open the spreadsheet in a browser on a computer, then choose Extensions > Trace > Open Trace.';

export function toProblemPage({ code, title, text, error }: Problem, group: ProblemGroup): string {
  const [when = '', next = ''] = toGuide(group.file, text).html.split(/(?=<ul>)/);
  const cells = [
    [
      'Excel, web workbook',
      error.kind === 'text' ? (
        <code class="long">{PROBLEM_PREFIX + error.message}</code>
      ) : (
        <code>{EXCEL_CELL[error.kind]}</code>
      ),
      EXCEL_MEANING[error.kind],
    ],
    [
      'Google Sheets',
      <code class="long">{PROBLEM_PREFIX + sentenceInSheets(error)}</code>,
      'A text that you can read in the cell, and filter by its first word.',
    ],
  ];
  return renderPage({
    title: `${title} · Trace for Sheets & Excel`,
    about: error.message,
    root: '../',
    children: (
      <>
        <p class="above">
          <a href="../problems.html">Problems</a>: {group.title}
        </p>
        <h1>{title}</h1>
        <p class="sentence">{error.message}</p>
        <h2 id="when">When it happens</h2>
        <div dangerouslySetInnerHTML={{ __html: when }} />
        <h2 id="next">What to do</h2>
        <div dangerouslySetInnerHTML={{ __html: next }} />
        {/the Trace panel/.test(error.message + next) && <p class="quiet">{ON_A_PHONE}</p>}
        <h2 id="cells">What the cell shows</h2>
        <TextTable label="What the cell shows" head={['where', 'cell', 'what it means']} rows={cells} />
        <p class="quiet">
          {group.about} Error code: <code>{code}</code>.
        </p>
      </>
    ),
  });
}

import type { Guide } from './guides';
import { renderPage } from './page';
import { EXCEL_CELL } from './problem-page';
import { PROBLEM_GROUPS } from './problems';
import { SearchBox } from './search-box';

/** What people see first, then every sentence that Trace can show. */
export function toProblemsPage(symptoms: readonly Guide[]): string {
  return renderPage({
    title: 'Problems · Trace for Sheets & Excel',
    about: 'What to do about #NAME?, #N/A, Loading…, #BUSY!, unexpected credits and every other problem.',
    root: '',
    hasSearch: true,
    children: (
      <>
        <h1>Problems</h1>
        <p class="lead">What do you see?</p>
        <SearchBox />
        <ul class="problems">
          {symptoms.map(({ page, title }) => (
            <li key={page}>
              <a href={page}>{title}</a>
            </li>
          ))}
        </ul>
        <h2 id="all">Every message</h2>
        <p>
          A cell without an answer says why and what to do. In Google Sheets the text begins with <code>#TRACE:</code>.
          In Excel, a missing key or approval is such a text too. For <code>#N/A</code> and <code>#VALUE!</code>, open
          the Trace panel and select the cell.
        </p>
        {PROBLEM_GROUPS.map(({ title, about, problems }) => (
          <>
            <h3>{title}</h3>
            <p class="quiet">{about}</p>
            <ul class="problems">
              {problems.map(({ code, title: name, error }) => (
                <li key={code}>
                  <a href={`problems/${code}.html`}>{name}</a> <code>{EXCEL_CELL[error.kind]}</code>
                </li>
              ))}
            </ul>
          </>
        ))}
      </>
    ),
  });
}

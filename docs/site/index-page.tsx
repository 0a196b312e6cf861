import { type FunctionSpec, OPTIONS } from '../../shared/reference';
import type { Guide } from './guides';
import { renderPage } from './page';
import { EXCEL_CELL } from './problem-page';
import type { ProblemGroup } from './problems/index';
import { TextTable } from './text-table';

export interface IndexParts {
  /** Each with its functions. */
  readonly families: ReadonlyMap<string, readonly FunctionSpec[]>;
  readonly problems: readonly ProblemGroup[];
  readonly guides: readonly Guide[];
}

export function toIndexPage({ families, problems, guides }: IndexParts): string {
  return renderPage({
    title: 'Trace for Sheets & Excel',
    about: 'Every function, option and problem of the Trace add-on for Google Sheets, Excel and the web workbook.',
    root: '',
    children: (
      <>
        <h1>Trace in a spreadsheet</h1>
        <p class="lead">
          Technologies and partners of a column of companies. The same formulas in Google Sheets, Excel and the web
          workbook: one row in, one row out, in order.
        </p>
        <Families families={families} />
        <Options />
        <Problems groups={problems} />
        <Guides guides={guides} />
      </>
    ),
  });
}

function Families({ families }: Pick<IndexParts, 'families'>) {
  return (
    <section>
      <h2 id="functions">Functions</h2>
      {[...families].map(([family, specs]) => (
        <>
          <h3 id={family.toLowerCase()}>{family}</h3>
          <dl>
            {specs.map(({ id, about }) => (
              <div key={id}>
                <dt>
                  <a href={`functions/${id}.html`}>{id}</a>
                </dt>
                <dd>{about}</dd>
              </div>
            ))}
          </dl>
        </>
      ))}
    </section>
  );
}

function Options() {
  const rows = Object.entries(OPTIONS).map(([name, { about, takes, example }]) => [
    <code id={`option-${name}`}>{name}</code>,
    about,
    takes,
    <code>{example}</code>,
  ]);
  return (
    <section>
      <h2 id="options">Options</h2>
      <p>
        One text of <code>key=value</code> pairs with semicolons between them, or a range with two columns. Values may
        stand in single quotes; <code>\n</code> is a line break. The page of a function says which options it takes.
      </p>
      <TextTable label="Options" head={['option', 'what it does', 'takes', 'example']} rows={rows} />
    </section>
  );
}

function Problems({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  return (
    <section>
      <h2 id="problems">Problems</h2>
      <p>
        A cell that cannot be answered says why and what to do next: in Google Sheets as a text that begins with{' '}
        <code>#TRACE:</code>, in Excel on the card of an error.
      </p>
      {groups.map(({ title, about, problems }) => (
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
    </section>
  );
}

function Guides({ guides }: Pick<IndexParts, 'guides'>) {
  return (
    <section>
      <h2 id="guides">Guides</h2>
      <ul>
        {guides.map(({ name, title }) => (
          <li key={name}>
            <a href={`guides/${name}.html`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

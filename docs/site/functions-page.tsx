import { type FunctionSpec, OPTIONS } from '../../shared/reference';
import { renderPage } from './page';
import { TextTable } from './text-table';

/** Every function and every option. @param families each with its functions */
export function toFunctionsPage(families: ReadonlyMap<string, readonly FunctionSpec[]>): string {
  return renderPage({
    title: 'Functions · Trace for Sheets & Excel',
    about: 'Every function and option of the Trace add-on, with what it costs and examples.',
    root: '',
    children: (
      <>
        <h1>Functions</h1>
        <p class="lead">
          The same formulas in Google Sheets, Excel and the web workbook. One row in, one row out, in the same order.
        </p>
        <Families families={families} />
        <Options />
      </>
    ),
  });
}

interface FamiliesParts {
  readonly families: ReadonlyMap<string, readonly FunctionSpec[]>;
}

function Families({ families }: FamiliesParts) {
  return (
    <section>
      {[...families].map(([family, specs]) => (
        <>
          <h2 id={family.toLowerCase()}>{family}</h2>
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
        Options are the last argument: one text of <code>key=value</code> pairs with semicolons between them, such as{' '}
        <code>"top=3;sort=name"</code>. A range with two columns works too. Put single quotes around a value that holds
        a semicolon; <code>\n</code> is a line break. The page of each function lists its options.
      </p>
      <TextTable label="Options" head={['option', 'what it does', 'value', 'example']} rows={rows} />
    </section>
  );
}

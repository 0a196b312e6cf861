import { type FunctionSpec, hintOf, OPTIONS, toFormulaText, toSignature } from '../../shared/reference';
import type { Table } from '../../shared/formulas';
import { ExampleSheet } from './example-sheet';
import { renderPage } from './page';
import { toSheetCells } from './sheet-cells';
import { TextTable } from './text-table';

/** @param tables what each example shows @param family the functions of its family, itself among them */
export function toFunctionPage(spec: FunctionSpec, tables: readonly Table[], family: readonly FunctionSpec[]): string {
  return renderPage({
    title: `${spec.id} · Trace for Sheets & Excel`,
    about: spec.about,
    root: '../',
    children: (
      <>
        <p class="above">
          <a href={`../functions.html#${spec.family.toLowerCase()}`}>{spec.family}</a>
        </p>
        <h1>{spec.id}</h1>
        <p class="lead">{spec.about}</p>
        <p class="signature">
          <code>={toSignature(spec)}</code>
        </p>
        <p>
          <strong>Costs:</strong> {spec.costs}
        </p>
        <Examples spec={spec} tables={tables} />
        {spec.params.length > 0 && <Parameters spec={spec} />}
        {spec.fields.length > 0 && <Fields spec={spec} />}
        {spec.options.length > 0 && <Options spec={spec} />}
        <SeeAlso spec={spec} family={family} />
      </>
    ),
  });
}

interface OfFunction {
  readonly spec: FunctionSpec;
}

function Examples({ spec, tables }: OfFunction & { readonly tables: readonly Table[] }) {
  return (
    <section>
      <h2 id="examples">Examples</h2>
      <p class="note">Synthetic data: the sandbox answers here, not Trace. Your own cells show what Trace knows.</p>
      {spec.examples.map((example, index) => {
        const text = toFormulaText(spec, example);
        const { formulaIn, rows, left } = toSheetCells(text, tables[index] ?? []);
        return (
          <figure key={text.formula}>
            <figcaption>{example.about}</figcaption>
            <ExampleSheet
              label={`Answer of example ${index + 1}`}
              formulas={[{ place: formulaIn, formula: text.formula }]}
              rows={rows}
              left={left}
            />
          </figure>
        );
      })}
    </section>
  );
}

function Parameters({ spec }: OfFunction) {
  const rows = spec.params.map((param) => {
    const { about, example } = hintOf(spec, param);
    return [<code>{param.name}</code>, `${param.optional ? 'Optional. ' : ''}${about}`, <code>{example}</code>];
  });
  return (
    <section>
      <h2 id="parameters">Parameters</h2>
      <TextTable label="Parameters" head={['parameter', 'what it is', 'example']} rows={rows} />
    </section>
  );
}

function Fields({ spec }: OfFunction) {
  const isAskedFor = spec.params.some(({ takes }) => takes === 'fields');
  const rows = spec.fields.map(({ name, about, example, aliases = [] }) => [
    <code>{name}</code>,
    aliases.length > 0 ? `${about} Also: ${aliases.join(', ')}.` : about,
    example,
  ]);
  return (
    <section>
      <h2 id="fields">{isAskedFor ? 'Fields' : 'Columns'}</h2>
      <p>
        {isAskedFor ? 'Shown when none is asked for: ' : 'Shown in this order: '}
        {spec.defaultFields.map((name, index) => (
          <>
            {index > 0 && ', '}
            <code>{name}</code>
          </>
        ))}
        .
      </p>
      <TextTable label="Fields" head={[isAskedFor ? 'field' : 'column', 'what it is', 'example']} rows={rows} />
      {spec.takesPaths && (
        <p>
          A field may also be a dotted path into the answer, such as <code>technologies.category</code>; a path of one
          step begins with a dot, such as <code>.revenue</code>.
        </p>
      )}
    </section>
  );
}

function Options({ spec }: OfFunction) {
  const rows = spec.options.map((name) => [
    <a href={`../functions.html#option-${name}`}>
      <code>{name}</code>
    </a>,
    [OPTIONS[name].about, ...usualOf(spec, name)].join(' '),
    <code>{OPTIONS[name].example}</code>,
  ]);
  return (
    <section>
      <h2 id="options">Options</h2>
      <TextTable label="Options" head={['option', 'what it does', 'example']} rows={rows} />
    </section>
  );
}

/** The default of this function if the option is left out. */
function usualOf({ top, headers }: FunctionSpec, name: string): readonly string[] {
  if (name === 'headers') return [`Left out: ${headers}.`];
  if (name !== 'top') return [];
  return [`Left out: ${top.usual ?? 'all'}. At most ${top.most}.`];
}

function SeeAlso({ spec, family }: OfFunction & { readonly family: readonly FunctionSpec[] }) {
  const others = family.filter(({ id }) => id !== spec.id);
  return (
    <section>
      <h2 id="see-also">See also</h2>
      <ul>
        {others.map(({ id, about }) => (
          <li key={id}>
            <a href={`${id}.html`}>{id}</a>: {about}
          </li>
        ))}
        <li>
          <a href="../problems.html">Problems</a>: what a cell may show, and what to do.
        </li>
        <li>
          <a href="../guides/recipes.html">Recipes</a>: whole sheets for a job, with a click.
        </li>
      </ul>
    </section>
  );
}

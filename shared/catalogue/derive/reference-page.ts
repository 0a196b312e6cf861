import { OPTIONS } from '../options';
import type { FunctionSpec } from '../types';
import { toFormulaText, toSignature } from './formula-text';

/** The reference of all functions, as Markdown. */
export function toReferencePage(specs: readonly FunctionSpec[]): string {
  const sections = specs.map(toSection);
  return (
    [
      '<!-- generated from shared/catalogue by `npm run generate`; edit there -->',
      '# Functions',
      'The same in Google Sheets, Excel and the web workbook. One row in, one row out, in order; a blank input gives a blank row.',
      specs.map((spec) => `- [\`${toSignature(spec)}\`](#${spec.id.toLowerCase()}): ${spec.about}`).join('\n'),
      ...sections,
      toOptionsSection(),
    ].join('\n\n') + '\n'
  );
}

function toSection(spec: FunctionSpec): string {
  const parts = [
    `## ${spec.id}`,
    `\`=${toSignature(spec)}\``,
    spec.about,
    `Costs: ${spec.costs}`,
    spec.params.map(({ name, about, example }) => `- \`${name}\`: ${about} Example: \`${example}\`.`).join('\n'),
  ];
  if (spec.fields.length > 0) {
    const shown = spec.defaultFields.map((name) => `\`${name}\``).join(', ');
    parts.push(`Fields (shown when none is asked for: ${shown}):`);
    parts.push(
      toRows(
        ['field', 'what it is', 'example'],
        spec.fields.map((field) => [`\`${field.name}\``, field.about, field.example]),
      ),
    );
  }
  if (spec.takesPaths) {
    parts.push(
      'A field may also be a dotted path into the answer, such as `technologies.category`; a path of one step begins with a dot, such as `.revenue`.',
    );
  }
  if (spec.options.length > 0)
    parts.push(`Options: ${spec.options.map((name) => `[\`${name}\`](#options)`).join(', ')}.`);
  parts.push('Examples:', spec.examples.map((example) => toExampleLine(spec, example)).join('\n'));
  return parts.join('\n\n');
}

function toExampleLine(spec: FunctionSpec, example: FunctionSpec['examples'][number]): string {
  const { formula, column } = toFormulaText(spec, example);
  const cells = column.length > 0 ? ` A2 and down: ${column.map((cell) => cell ?? '(blank)').join(', ')}.` : '';
  return `- \`${formula}\`: ${example.about}${cells}`;
}

function toOptionsSection(): string {
  const rows = Object.entries(OPTIONS).map(([name, { about, takes, example }]) => [
    `\`${name}\``,
    about,
    takes,
    `\`${example.replace(/\|/g, '\\|')}\``,
  ]);
  return [
    '## Options',
    'One text of `key=value` pairs with semicolons between them, or a range with two columns. Values may stand in single quotes; `\\n` is a line break.',
    toRows(['option', 'what it does', 'takes', 'example'], rows),
    "`if_problem=` hides problems, in every column of their row: a wrong input, a refused key, a company that waits for approval or for a limit, a service that fails. IFERROR does this in Excel only, since problems in Google Sheets are texts. It is better to see problems: each one says what to do. A mistake in the options themselves is always shown. For `not tracked` and `none` there is `if_none=`. _Retry problems_ and _Fetch waiting_ also find cells that show your text, if the option is typed in the formula itself; with a blank (`if_problem=''`) they find only the cell that holds the formula.",
  ].join('\n\n');
}

function toRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

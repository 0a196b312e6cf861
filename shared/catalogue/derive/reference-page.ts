import { OPTIONS } from '../options';
import type { FunctionSpec, ParamSpec } from '../types';
import { hintOf } from './hints';
import { toFormulaText, toSignature } from './formula-text';

/** The reference of all functions, as Markdown. */
export function toReferencePage(specs: readonly FunctionSpec[]): string {
  const sections = specs.map(toSection);
  return (
    [
      '<!-- generated from shared/catalogue by `npm run generate`; edit there -->',
      '# Functions',
      'The functions are the same in Google Sheets, Excel and the web workbook. Each input row gives one row, in order. A blank input gives a blank row.',
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
    spec.params.map((param) => toParamLine(spec, param)).join('\n'),
  ];
  if (spec.fields.length > 0) {
    const shown = spec.defaultFields.map((name) => `\`${name}\``).join(', ');
    parts.push(`Fields (default: ${shown}):`);
    parts.push(
      toRows(
        ['field', 'shows', 'example'],
        spec.fields.map((field) => [`\`${field.name}\``, field.about, field.example]),
      ),
    );
  }
  if (spec.takesPaths) {
    parts.push(
      'A field may also be a dotted path into the answer, such as `technologies.category`. A path of one step begins with a dot, such as `.revenue`.',
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
    'Write options as one text of `key=value` pairs separated by semicolons, or as a two-column range. Put values with semicolons in single quotes. Write `\\n` for a line break.',
    toRows(['option', 'effect', 'accepts', 'example'], rows),
    "`if_problem=` hides problems in every column of their row: a wrong input, a refused key, a company that waits for approval, a failing service. It works in Google Sheets and Excel. IFERROR hides Excel's errors only: a missing key or approval is a text in Excel, and every problem is a text in Google Sheets. _Retry problems_ finds what IFERROR hides, as long as the workbook stays open. Keep problems visible if you can: each one says what to do. A mistake in the options themselves is always shown. For `not tracked` and `none`, use `if_none=`. _Retry problems_ and _Waiting cells_ in the panel also find cells with your text, if the option is in the formula itself. With a blank (`if_problem=''`), they find only the cell with the formula.",
  ].join('\n\n');
}

function toRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function toParamLine(spec: FunctionSpec, param: ParamSpec): string {
  const { about, example } = hintOf(spec, param);
  return `- \`${param.name}\`: ${about} Example: \`${example}\`.`;
}

import { hintOf, toOneLine } from '../../../shared/catalogue/derive/hints';
import { FUNCTIONS } from '../../../shared/catalogue/index';
import type { FunctionSpec, ParamSpec } from '../../../shared/catalogue/types';
import { readFormulaText } from '../../../shared/cells/formula-text';
import { readArguments } from '../../../shared/functions/arguments';
import { call } from '../functions/known-companies';

/** An example as a host passes it: the text of a literal, or cells. */
function toArgument(example: string): unknown {
  const text = /^"(.*)"$/.exec(example)?.[1];
  return text === undefined ? [['stripe.com']] : text;
}

const without = (spec: FunctionSpec): unknown[] =>
  spec.params.map((param) => (param.optional === true ? null : toArgument(hintOf(spec, param).example)));

/** Everything in quotes that a hint proposes for a parameter, its example included. */
function proposals(spec: FunctionSpec, param: ParamSpec): readonly string[] {
  const { about, example } = hintOf(spec, param);
  return [...`${about} ${example}`.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);
}

const HINTS = FUNCTIONS.flatMap((spec: FunctionSpec) =>
  spec.params.flatMap((param, index) =>
    ['fields', 'options', 'names'].includes(param.takes)
      ? proposals(spec, param).map((text) => [spec.id, param.name, text, spec, index] as const)
      : [],
  ),
);

it.each(HINTS)('%s accepts what its hint for %s proposes: %s', (_id, _name, text, spec, index) => {
  const args = without(spec).map((argument, at) => (at === index ? text : argument));
  expect(() => readArguments(spec, args)).not.toThrow();
});

it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))('%s accepts all of its examples together', (_id, spec) => {
  const args = spec.params.map((param) => toArgument(hintOf(spec, param).example));
  expect(() => readArguments(spec, args)).not.toThrow();
});

it.each(
  proposals(
    FUNCTIONS.find(({ id }) => id === 'TRACE_COST')!,
    FUNCTIONS.find(({ id }) => id === 'TRACE_COST')!.params[1]!,
  ),
)('TRACE_COST prices "%s"', (what) => {
  expect(JSON.stringify(call('TRACE_COST', 'stripe.com', what))).not.toContain('!');
});

it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
  '%s has one line with an example that is a formula of it, and a price',
  (id, spec) => {
    const line = toOneLine(spec);
    const [formula = ''] = /=TRACE_\w+\(.*?\)(?=\.|$)/.exec(line) ?? [];
    expect(readFormulaText(formula)).toMatchObject({ is: 'call', name: id });
    expect(line).toMatch(/ (Cost: .*credit.*|Free)[.,]|costs up to 3 credits/);
    expect(line).not.toMatch(/\n/);
  },
);

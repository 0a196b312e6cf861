import { OPTIONS, type OptionName } from '../options';
import { FIELDS, OPTIONS_PARAM, PROBLEM_PARAM } from '../params';
import type { FunctionSpec, ParamSpec } from '../types';

/** Returns an English text in the language of the build; `{0}` is a value. */
export type SayHelp = (english: string) => string;

/** The options that users need most, the most useful first. */
const USUAL: readonly OptionName[] = ['top', 'type', 'category', 'country', 'tier', 'depth', 'max_age', 'headers'];
/** Fields that go well with the first one and add no cost. */
const BESIDE = ['industry', 'type', 'category'];
/** The first sentence of a text. */
const SENTENCE = /^.*?[^.]\.(?=\s|$)/;

/**
 * The text that hosts show for a parameter while a formula is typed. If several functions share the parameter, the
 * example uses this function's own fields and options, so that it works where it is read.
 */
export function hintOf(
  spec: FunctionSpec,
  param: ParamSpec,
  say: SayHelp = inEnglish,
): Pick<ParamSpec, 'about' | 'example'> {
  const example = exampleOf(spec, param);
  return { about: say(param.about).replace(param.example, example), example };
}

export function inEnglish(english: string): string {
  return english;
}

/** Puts a value into a text. */
export function fillIn(text: string, value: string): string {
  return text.replace('{0}', () => value);
}

function exampleOf({ fields, defaultFields, options }: FunctionSpec, { about, example }: ParamSpec): string {
  if (about === FIELDS.about) {
    const [first = '', second = ''] = defaultFields;
    const beside = BESIDE.find((name) => fields.some((field) => field.name === name)) ?? second;
    return `"${first}, ${beside}"`;
  }
  if (about === OPTIONS_PARAM.about) {
    const usual = USUAL.filter((name) => options.includes(name)).slice(0, 2);
    return `"${usual.map((name) => OPTIONS[name].example).join(';')}"`;
  }
  return example;
}

/** Describes a function in one line, with an example and the price. */
export function toOneLine(spec: FunctionSpec, say: SayHelp = inEnglish): string {
  const example = fillIn(say('Example: {0}.'), toExample(spec));
  return [say(spec.about), example, ...(/credit|Free/.test(spec.about) ? [] : [toPrice(spec, say)])].join(' ');
}

function toPrice({ costs }: FunctionSpec, say: SayHelp): string {
  const price = SENTENCE.exec(costs)?.[0] ?? costs;
  return price === 'Nothing.' ? say('Free.') : fillIn(say('Cost: {0}'), say(price));
}

/** An example with the required arguments, and with options if the function has its own advice about them. */
function toExample(spec: FunctionSpec): string {
  const isShown = ({ optional, about, takes }: ParamSpec): boolean =>
    optional !== true || (takes === 'options' && about !== OPTIONS_PARAM.about && about !== PROBLEM_PARAM.about);
  const last = spec.params.reduce((at, param, index) => (isShown(param) ? index : at), -1);
  const args = spec.params.slice(0, last + 1).map((param) => (isShown(param) ? hintOf(spec, param).example : ''));
  return `=${spec.id}(${args.join(',')})`;
}

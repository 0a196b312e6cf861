import type { FunctionSpec, ParamSpec } from '../types';
import { fillIn, hintOf, inEnglish, toOneLine, type SayHelp } from './hints';

/**
 * The functions that menu items call. In a cell each of them throws, because it first asks for the user interface.
 */
const MENU = (
  'openSidebar openEnrich openExplore openFormula openHelp insertSelfTest useHere fetchWaiting retryProblems ' +
  'freezeSelection freezeSheet freezeFile reconnectFormulas restoreFrozen'
).split(' ');
/** Functions that Google calls by name, with their parameters. */
const ENTRY_POINTS: readonly (readonly [name: string, params: readonly string[]])[] = [
  ['onOpen', ['event']],
  ['onInstall', ['event']],
  ...MENU.map((name) => [name, []] as const),
  ['rpc', ['name', 'args']],
  // A formula of the self-test, of no other use, and therefore without help.
  ['TRACE_STORES', []],
];

/** Sheets shows neither line breaks nor HTML (https://developers.google.com/apps-script/concepts/jsdoc). */
const NOT_SHOWN = /[\r\n\u2028\u2029<>]|\*\//;

/**
 * The top-level functions of the Apps Script bundle, as JavaScript. Sheets reads custom functions, their parameters
 * and help from declarations and the comments above them, so each function delegates to the bundle's single object.
 * Throws if the catalogue has a text that Sheets cannot show.
 *
 * @param bundle the name of that object
 * @param say returns the help in another language
 */
export function toSheetsStubs(specs: readonly FunctionSpec[], bundle: string, say: SayHelp = inEnglish): string {
  return [
    '// generated from shared/catalogue; edit there',
    ...specs.map((spec) => toFunction(spec, bundle, say)),
    ...ENTRY_POINTS.map(([name, params]) => toEntryPoint(name, params, bundle)),
    '',
  ].join('\n\n');
}

function toFunction(spec: FunctionSpec, bundle: string, say: SayHelp): string {
  const { id, params } = spec;
  const names = params.map(({ name }) => name).join(', ');
  return [
    '/**',
    ` * ${shown(toOneLine(spec, say))}`,
    ' *',
    ...params.map((param) => ` * ${toParamLine(spec, param, say)}`),
    ' * @customfunction',
    ' */',
    `function ${id}(${names}) {`,
    `  return ${bundle}.callFunction(${JSON.stringify(id)}, [${names}]);`,
    '}',
  ].join('\n');
}

/**
 * Sheets shows every parameter as required, so the text says which are optional. Examples already in the text are not
 * repeated: Google loads these comments for every formula.
 */
function toParamLine(spec: FunctionSpec, param: ParamSpec, say: SayHelp): string {
  const { name, optional } = param;
  const { about, example } = hintOf(spec, param, say);
  const optionally = optional ? [say('Optional.')] : [];
  const shownExample = about.includes(example) ? [] : [fillIn(say('Example: {0}'), example)];
  return `@param {any} ${name} ${shown([...optionally, about, ...shownExample].join(' '))}`;
}

function toEntryPoint(name: string, params: readonly string[], bundle: string): string {
  const list = params.join(', ');
  return [`function ${name}(${list}) {`, `  return ${bundle}.${name}(${list});`, '}'].join('\n');
}

function shown(text: string): string {
  if (NOT_SHOWN.test(text)) throw new Error(`Sheets cannot show a line break, HTML or "*/": ${text}`);
  return text;
}

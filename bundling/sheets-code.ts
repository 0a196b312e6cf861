import { build, type BuildOptions } from 'esbuild';
import { LEAVE_OUT_UNUSED } from './leave-out-unused';
import { bundleTexts, namesTaken, splitInParts, type Parts } from './module-parts';
import { SHORT_PRIVATE_NAMES } from './short-private-names';
import { shrink } from './shrink';
import { WITHOUT_HELP } from './without-help';
import { WITHOUT_OTHER_ERRORS } from './without-other-errors';
import type { Language } from '../languages/language';
import { FUNCTIONS } from '../shared/formulas';
import { toSheetsStubs } from '../shared/reference';
import { COMMON, type Bundled } from './sheets-options';

const API_ORIGIN = 'https://api.tracedata.ai';

const MAIN = 'apps-script/main.ts';
const RARE = 'apps-script/rare-part.ts';
const READER = './apps-script/late-text';

/** The bundle's name for what evaluates a text, and what stands in its place until names are short. */
const EVALUATE = 'evaluateText';
const EVALUATOR = 'TEXT_EVALUATOR';

/** The bundle's one global, besides the functions that Google calls by name. */
const BUNDLE = 'addon';

/**
 * Google loads the whole of `Code.js` for each formula, and V8 reads all of it. What no formula needs is a text in it, which
 * is compiled when the menu or the panel calls: docs/decisions/2026-11-28-rare-part-of-code.md. The stubs stay unchanged,
 * comments included: Sheets reads its help from them.
 */
export async function makeCode(language: Language | null): Promise<Bundled> {
  const parts = await splitInParts(codeOptions({ entryPoints: [MAIN, RARE] }, language), MAIN, RARE);
  const names = namesTaken(parts);
  const late = await toLateText(parts, names);
  const text = await bundleTexts(toEntry(parts, names, late), textsOf(parts), { ...COMMON, format: 'esm' });
  return { text: await toScript(text, toSheetsStubs(FUNCTIONS, BUNDLE, language?.say)), used: parts.used };
}

/** The custom functions without menu and panel: what the start of `Code.js` is measured against. */
export async function makeFormulasAlone(): Promise<string> {
  const contents = "export { callFunction } from './call-function';";
  const options = codeOptions({ stdin: { contents, resolveDir: 'apps-script', loader: 'ts' } }, null);
  const { outputFiles } = await build({ ...options, format: 'esm', write: false });
  return toScript(outputFiles[0]!.text, toSheetsStubs(FUNCTIONS, BUNDLE));
}

/**
 * `eval` stands outside of the bundle, so that what it is given sees what a script sees, and no more: within, every variable
 * of the bundle would be kept for it.
 */
async function toScript(module: string, stubs: string): Promise<string> {
  const shrunk = await shrink(`var ${BUNDLE}=(${toFunction(module, EVALUATE)})(${EVALUATOR});`);
  return `${shrunk.replace(EVALUATOR, 'text=>eval(text)')}\n${stubs}`;
}

function codeOptions(entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>, language: Language | null): BuildOptions {
  return {
    ...COMMON,
    ...entry,
    plugins: [
      ...(language === null ? [] : [language.plugin]),
      LEAVE_OUT_UNUSED,
      WITHOUT_HELP,
      WITHOUT_OTHER_ERRORS,
      SHORT_PRIVATE_NAMES,
    ],
    define: { TRACE_API_ORIGIN: JSON.stringify(API_ORIGIN) },
  };
}

const textsOf = ({ entry, common }: Parts): Readonly<Record<string, string>> => ({
  [entry.name]: entry.text,
  [common.name]: common.text,
});

/** The module with all exports. Nothing changes what it exports, so the later part may have a copy. */
function toEntry({ entry, common, lateExports }: Parts, names: readonly string[], late: string): string {
  const list = names.join(', ');
  return `
    import { readLateText } from ${JSON.stringify(READER)};
    import { ${list} } from './${common.name}';
    export * from './${entry.name}';
    let late = null;
    const readLate = () => (late ??= readLateText(${EVALUATE}, ${JSON.stringify(late)}, { ${list} }));
    ${lateExports.map((name) => `export const ${name} = (...given) => readLate().${name}(...given);`).join('\n')}`;
}

/** The later part as a function of what it takes from the script around it. */
async function toLateText({ late, common }: Parts, names: readonly string[]): Promise<string> {
  const given = 'common';
  const modules = { [late.name]: late.text, [common.name]: `export const { ${names.join(', ')} } = ${given};` };
  const text = await bundleTexts(`export * from './${late.name}';`, modules, { ...COMMON, format: 'esm' });
  // As an expression by itself it would be left out: nothing seems to need it.
  const shrunk = await shrink(`var late=${toFunction(text, given)};`);
  return shrunk.replace(/^var late=/, '').replace(/;$/, '');
}

/** A module as a function that returns its exports. esbuild's own way goes through getters. */
function toFunction(code: string, parameter: string): string {
  const [exported, names = ''] = /export\{([^{}]*)\};\s*$/.exec(code) ?? [];
  if (exported === undefined) throw new Error('the bundle ends without its exports');
  const members = names
    .split(',')
    .map((name) => name.split(' as '))
    .map(([inner, outer]) => `${outer ?? inner}:${inner}`);
  return `(${parameter})=>{${code.slice(0, -exported.length)}return{${members.join(',')}}}`;
}

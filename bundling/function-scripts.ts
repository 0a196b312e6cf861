import { COMMON, QUICK } from './excel-options';
import { LEAVE_OUT_UNUSED } from './leave-out-unused';
import { bundleTexts, namesTaken, splitInParts, withoutImports, type Parts, type Script } from './module-parts';
import { RARE_SENTENCES_LATER } from './rare-sentences-later';
import { SHORT_PRIVATE_NAMES } from './short-private-names';
import { shrink } from './shrink';
import { WITHOUT_HELP_IN_PARTS } from './without-help';
import { WITHOUT_OTHER_ERRORS } from './without-other-errors';

const MAIN = 'excel-addin/functions-main.ts';
/** What the second script imports. */
const RARE = 'excel-addin/rare-part.ts';
const LOADER = './excel-addin/late-script';
/** Longer than any name that esbuild makes. */
const LOAD = 'loadTheLateScript';

interface FunctionScripts {
  readonly first: Script;
  /** What the first one loads when it needs it; its name changes with what it holds. */
  readonly late: Script;
  /** Every source file that was read for them. */
  readonly inputs: readonly string[];
  /** Those of which something is left. */
  readonly used: readonly string[];
}

/**
 * The functions as two classic scripts. esbuild splits modules only, so it does that first; what both parts have in common
 * then becomes part of the first script, which hands it to the second one. Paths are relative to the project, where npm
 * runs its scripts.
 *
 * @param isQuick leaves the scripts larger, in a fraction of the time
 */
export async function makeFunctionScripts(isQuick: boolean): Promise<FunctionScripts> {
  const plugins = isQuick
    ? QUICK
    : [LEAVE_OUT_UNUSED, WITHOUT_HELP_IN_PARTS, RARE_SENTENCES_LATER, WITHOUT_OTHER_ERRORS, SHORT_PRIVATE_NAMES];
  const options = { ...COMMON, entryPoints: { functions: MAIN }, chunkNames: 'functions-[hash]', plugins };
  const parts = await splitInParts(options, MAIN, RARE);
  const names = namesTaken(parts);
  const [first, late] = await Promise.all([toFirst(parts, names), toLate(parts, names)]);
  const smaller = async (text: string): Promise<string> => (isQuick ? text : shrink(text));
  return {
    first: { name: parts.entry.name, text: await smaller(first) },
    late: { name: parts.late.name, text: await smaller(late) },
    inputs: parts.inputs,
    used: parts.used,
  };
}

/**
 * Nothing of the core changes what it exports, so the second script may have a copy of the exports: in a list, since names
 * would have to be loaded with the first one.
 */
function toFirst({ entry, late, common }: Parts, names: readonly string[]): Promise<string> {
  const list = names.join(', ');
  const modules = {
    'load.js': `import { loadLate } from ${JSON.stringify(LOADER)};
      import { ${list} } from './${common.name}';
      export const ${LOAD} = () => loadLate('${late.name}', [${list}]);`,
    [common.name]: common.text,
  };
  const text = withoutImports(entry.text, `${LOAD}()`);
  return bundleTexts(`import { ${LOAD} } from './load.js';\n${text}`, modules, { ...COMMON, format: 'iife' });
}

function toLate({ late, common }: Parts, names: readonly string[]): Promise<string> {
  const entry = `import * as late from './${late.name}'; document.currentScript.late.receive(late);`;
  const handed = `export const [${names.join(', ')}] = document.currentScript.late.common;`;
  return bundleTexts(entry, { [late.name]: late.text, [common.name]: handed }, { ...COMMON, format: 'iife' });
}

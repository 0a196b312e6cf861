import { parse, type AnyNode, type Node } from 'acorn';
import { basename } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { COMMON, QUICK } from './excel-options';
import { LEAVE_OUT_UNUSED } from './leave-out-unused';
import { shrink } from './shrink';
import { replaceIn, visit } from './syntax';
import { usedInputs } from './used-inputs';
import { WITHOUT_HELP_IN_PARTS } from './without-help';
import { WITHOUT_UNSAID } from './without-unsaid';

const ENTRY = 'functions.js';
/** What the second script imports. */
const RARE = 'excel-addin/rare-part.ts';
const LOADER = './excel-addin/late-script';
/** Longer than any name that esbuild makes. */
const LOAD = 'loadTheLateScript';

interface FunctionScript {
  readonly name: string;
  readonly text: string;
}

interface FunctionScripts {
  readonly first: FunctionScript;
  /** What the first one loads when it needs it; its name changes with what it holds. */
  readonly late: FunctionScript;
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
  const modules = await split(isQuick ? QUICK : [LEAVE_OUT_UNUSED, WITHOUT_HELP_IN_PARTS, WITHOUT_UNSAID]);
  const names = namesTaken(modules.late.text, modules.common.name);
  const [first, late] = await Promise.all([toFirst(modules, names), toLate(modules, names)]);
  const smaller = async (text: string): Promise<string> => (isQuick ? text : shrink(text));
  return {
    first: { name: ENTRY, text: await smaller(first) },
    late: { name: modules.late.name, text: await smaller(late) },
    inputs: modules.inputs,
    used: modules.used,
  };
}

interface Modules {
  readonly entry: FunctionScript;
  readonly late: FunctionScript;
  readonly common: FunctionScript;
  readonly inputs: readonly string[];
  readonly used: readonly string[];
}

async function split(plugins: Plugin[]): Promise<Modules> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: { functions: 'excel-addin/functions-main.ts' },
    outdir: '.',
    chunkNames: 'functions-[hash]',
    format: 'esm',
    splitting: true,
    plugins,
  });
  const isLate = (name: string): boolean => metafile.outputs[name]?.entryPoint === RARE;
  const scripts = outputFiles.map(({ path, text }) => ({ name: basename(path), text }));
  const entry = scripts.find(({ name }) => name === ENTRY);
  const late = scripts.find(({ name }) => isLate(name));
  const [common, ...others] = scripts.filter((script) => script !== entry && script !== late);
  if (entry === undefined || late === undefined || common === undefined || others.length > 0) {
    throw new Error(`The functions are not in three parts: ${scripts.map(({ name }) => name).join(', ')}`);
  }
  return { entry, late, common, inputs: Object.keys(metafile.inputs), used: usedInputs(metafile) };
}

/** The names under which a module imports from another one. */
function namesTaken(text: string, from: string): readonly string[] {
  return nodesOf(text, 'ImportDeclaration')
    .filter(({ source }) => source.value === `./${from}`)
    .flatMap(({ specifiers }) => specifiers.flatMap((each) => ('imported' in each ? nameOf(each.imported) : [])));
}

function nameOf(imported: Node): string {
  if ('name' in imported && typeof imported.name === 'string') return imported.name;
  throw new Error('esbuild imports a name that is a text');
}

/** Nothing of the core changes what it exports, so the second script may have a copy of the exports. */
function toFirst({ entry, late, common }: Modules, names: readonly string[]): Promise<string> {
  const places = nodesOf(entry.text, 'ImportExpression').map(({ start, end }) => ({ start, end, text: `${LOAD}()` }));
  const text = replaceIn(entry.text, 0, entry.text.length, places);
  const list = names.join(', ');
  return bundle(`import { ${LOAD} } from './functions-load.js';\n${text}`, {
    'functions-load.js': `import { loadLate } from ${JSON.stringify(LOADER)};
      import { ${list} } from './${common.name}';
      export const ${LOAD} = () => loadLate('${late.name}', { ${list} });`,
    [common.name]: common.text,
  });
}

function toLate({ late, common }: Modules, names: readonly string[]): Promise<string> {
  const entry = `import * as late from './${late.name}'; document.currentScript.late.receive(late);`;
  const handed = `export const { ${names.join(', ')} } = document.currentScript.late.common;`;
  return bundle(entry, { [late.name]: late.text, [common.name]: handed });
}

async function bundle(entry: string, modules: Readonly<Record<string, string>>): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    stdin: { contents: entry, resolveDir: '.', sourcefile: ENTRY },
    format: 'iife',
    plugins: [fromTexts(modules)],
  });
  return outputFiles[0]!.text;
}

type NodeOf<T extends AnyNode['type']> = Extract<AnyNode, { readonly type: T }>;

function nodesOf<T extends AnyNode['type']>(text: string, type: T): readonly NodeOf<T>[] {
  const nodes: NodeOf<T>[] = [];
  visit(parse(text, { ecmaVersion: 2020, sourceType: 'module' }), (node) => {
    if (node.type === type) nodes.push(node as NodeOf<T>);
  });
  return nodes;
}

function fromTexts(modules: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'from-texts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/functions-/ }, ({ path }) => ({ path: basename(path), namespace: 'text' }));
      onLoad({ filter: /.*/, namespace: 'text' }, ({ path }) => ({
        contents: modules[path] ?? '',
        loader: 'js',
        resolveDir: '.',
      }));
    },
  };
}

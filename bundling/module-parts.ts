import { parse, type AnyNode, type Node } from 'acorn';
import { basename } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { replaceIn, visit } from './syntax';
import { usedInputs } from './used-inputs';

/** A script or module and the name of its file. */
export interface Script {
  readonly name: string;
  readonly text: string;
}

/** Modules of which one is needed later than the other, or never. */
export interface Parts {
  readonly entry: Script;
  readonly late: Script;
  /** The names that it exports. */
  readonly lateExports: readonly string[];
  /** What both import. */
  readonly common: Script;
  /** Every source file that was read for them. */
  readonly inputs: readonly string[];
  /** Those of which something is left. */
  readonly used: readonly string[];
}

/**
 * Has esbuild split modules in two, and a third with what both need. Throws where they fall into other parts.
 *
 * @param entry the source file that is needed at once
 * @param late the one that is needed later: another entry point, or what the first one asks for with `import()`
 */
export async function splitInParts(options: BuildOptions, entry: string, late: string): Promise<Parts> {
  const { outputFiles, metafile } = await build({
    ...options,
    outdir: '.',
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
  });
  const scripts = outputFiles.map(({ path, text }) => ({ name: basename(path), text }));
  const startsAt = (source: string) => (script: Script) => metafile.outputs[script.name]?.entryPoint === source;
  const first = scripts.find(startsAt(entry));
  const second = scripts.find(startsAt(late));
  const [common, ...others] = scripts.filter((script) => script !== first && script !== second);
  if (first === undefined || second === undefined || common === undefined || others.length > 0) {
    throw new Error(`${entry} and ${late} are not in three parts: ${scripts.map(({ name }) => name).join(', ')}`);
  }
  return {
    entry: first,
    late: second,
    lateExports: metafile.outputs[second.name]?.exports ?? [],
    common,
    inputs: Object.keys(metafile.inputs),
    used: usedInputs(metafile),
  };
}

/** The names under which the later part imports from the common one. */
export function namesTaken({ late, common }: Parts): readonly string[] {
  return nodesOf(late.text, 'ImportDeclaration')
    .filter(({ source }) => source.value === `./${common.name}`)
    .flatMap(({ specifiers }) => specifiers.flatMap((each) => ('imported' in each ? nameOf(each.imported) : [])));
}

function nameOf(imported: Node): string {
  if ('name' in imported && typeof imported.name === 'string') return imported.name;
  throw new Error('esbuild imports a name that is a text');
}

/** A module in which each `import()` is another expression. */
export function withoutImports(text: string, expression: string): string {
  const places = nodesOf(text, 'ImportExpression').map(({ start, end }) => ({ start, end, text: expression }));
  return replaceIn(text, 0, text.length, places);
}

/**
 * Bundles modules that stand in no file.
 *
 * @param entry imports them as `./` and their name; other paths are relative to the project, where npm runs its scripts
 */
export async function bundleTexts(
  entry: string,
  modules: Readonly<Record<string, string>>,
  options: BuildOptions,
): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: entry, resolveDir: '.', sourcefile: 'entry.js' },
    write: false,
    plugins: [fromTexts(modules)],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.text;
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
      onResolve({ filter: /^\.\// }, ({ path }) =>
        basename(path) in modules ? { path: basename(path), namespace: 'text' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'text' }, ({ path }) => ({
        contents: modules[path] ?? '',
        loader: 'js',
        resolveDir: '.',
      }));
    },
  };
}

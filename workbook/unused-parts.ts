import type { Plugin } from 'esbuild';

/** How a language is hyphenated: `./hu-DVk7Y_ka.js`. The grid loads each by its own name. */
const HYPHENATION = /^\.\/[a-z0-9-]+-[\w-]{8}\.js$/;
const OF_GRID = /@univerjs[\\/]engine-render[\\/]lib[\\/]es$/;
/** The replacement of each module that a sheet never runs. */
const INSTEAD: Readonly<Record<string, string>> = {
  hyphenation: 'export {};',
  // Finds the language of a text, in order to hyphenate it.
  'franc-min': "export const franc = () => 'und';",
  // Reads fonts of the machine, which needs a permission that this page never asks for.
  'opentype.js': 'export const parse = undefined;',
  'function-help': 'export default {};',
};
/** Loaded by `grid/function-help.ts` instead. */
const FUNCTION_HELP = '@univerjs/sheets-formula/locale/en-US';
const NAMESPACE = 'unused-part';

/**
 * Leaves out of the bundle what the page would load in vain: half of its script would be the hyphenation of seventy
 * languages, and a tenth of the rest the tables of Unicode, of which the grid needs three expressions.
 */
export const WITHOUT_UNUSED_PARTS: Plugin = {
  name: 'without-unused-parts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: HYPHENATION }, ({ resolveDir }) =>
      OF_GRID.test(resolveDir) ? { path: 'hyphenation', namespace: NAMESPACE } : null,
    );
    onResolve({ filter: /^(?:franc-min|opentype\.js|cjk-regex)$/ }, ({ path }) => ({ path, namespace: NAMESPACE }));
    onResolve({ filter: /\/locale\/en-US$/ }, ({ path, kind }) =>
      path === FUNCTION_HELP && kind === 'import-statement' ? { path: 'function-help', namespace: NAMESPACE } : null,
    );
    onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path }) => ({
      contents: INSTEAD[path] ?? (await writeExpressions()),
    }));
  },
};

/** The expressions that `cjk-regex` works out from its tables each time it is loaded. */
async function writeExpressions(): Promise<string> {
  const cjk = await import('cjk-regex');
  const exports = (['all', 'letters', 'punctuations'] as const).map(
    (name) => `export const ${name} = () => ({ toRegExp: () => ${cjk[name]().toRegExp()} });`,
  );
  return exports.join('\n');
}

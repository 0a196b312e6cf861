import { parse, type Node, type Property } from 'acorn';
import { transform, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** What only the reference pages, the hosts' autocompletion and the tests read, by the file's name. */
const HELP: Readonly<Record<string, readonly string[]>> = {
  'fields.ts': ['about'],
  'table-fields.ts': ['about'],
  'options.ts': ['about', 'example'],
};
const HELP_OF_FUNCTIONS = ['about', 'costs', 'examples', 'family', 'operations'];
const HELP_OF_OPERATIONS = ['standing', 'source'];

/**
 * Leaves out of a bundle what nothing in it reads or, as what is wrong with a run, throws: Google loads the whole of `Code.js` for every formula, and Excel
 * `functions.js` before the first calculation.
 */
export const WITHOUT_HELP: Plugin = {
  name: 'without-help',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]shared[\\/]catalogue[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
      contents: await without(path, HELP[basename(path)] ?? HELP_OF_FUNCTIONS),
    }));
    onLoad({ filter: /[\\/]shared[\\/]client[\\/]resources[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
      contents: await without(path, HELP_OF_OPERATIONS),
    }));
    onLoad({ filter: /[\\/]shared[\\/]run-sentences\.ts$/ }, () => ({ contents: 'export const RUN_SENTENCES = {};' }));
  },
};

async function without(path: string, names: readonly string[]): Promise<string> {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2020' });
  return cut(code, names);
}

/** The same code without the properties of these names whose value is written down there and then. */
function cut(code: string, names: readonly string[]): string {
  const places: { readonly start: number; readonly end: number }[] = [];
  visit(parse(code, { ecmaVersion: 2020, sourceType: 'module' }), (node) => {
    if (node.type !== 'ObjectExpression') return;
    for (const property of (node as Node & { properties: readonly Property[] }).properties) {
      if (property.type === 'Property' && isHelp(property, names)) places.push(property);
    }
  });
  const outermost = places.filter(({ start, end }) => !places.some((other) => other.start < start && end < other.end));
  return outermost
    .sort((one, other) => one.start - other.start)
    .reduceRight((kept, { start, end }) => {
      const rest = kept.slice(end);
      return kept.slice(0, start) + rest.slice(/^\s*,?/.exec(rest)![0].length);
    }, code);
}

function isHelp({ key, value }: Property, names: readonly string[]): boolean {
  const isWritten = value.type === 'Literal' || value.type === 'ArrayExpression' || value.type === 'TemplateLiteral';
  return isWritten && key.type === 'Identifier' && names.includes(key.name);
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && typeof node.type === 'string') see(node as Node);
  for (const value of Object.values(node)) visit(value, see);
}

import { parse, type ParseOptions } from '@swc/core';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { visit } from './syntax';

/**
 * Gives the private members of classes short names, unless something else that is bundled has a property of that name:
 * https://esbuild.github.io/api/#mangle-props. Bundles once more to see which files there are.
 */
export const SHORT_PRIVATE_NAMES: Plugin = {
  name: 'short-private-names',
  async setup({ initialOptions }) {
    const names = await privateNames(await sourcesOf(initialOptions));
    initialOptions.mangleProps = new RegExp(`^(?:${names.join('|')})$`);
  },
};

async function sourcesOf(options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({ ...options, plugins: [], write: false, metafile: true, sourcemap: false });
  return Object.keys(metafile.inputs);
}

const SYNTAX: Readonly<Record<string, ParseOptions | undefined>> = {
  '.ts': { syntax: 'typescript' },
  '.tsx': { syntax: 'typescript', tsx: true },
  '.js': { syntax: 'ecmascript' },
  '.mjs': { syntax: 'ecmascript' },
};

/** The names that only private members have in these files. */
async function privateNames(paths: readonly string[]): Promise<readonly string[]> {
  const hidden = new Set<string>();
  const open = new Set<string>();
  for (const path of paths) {
    const options = SYNTAX[extname(path)];
    if (options === undefined) continue;
    visit(await parse(await readFile(path, 'utf8'), options), (node) => {
      const { type, accessibility, key, param, object, property, properties, name, value, cooked }: Part = node;
      if (accessibility === 'private') hidden.add(nameOf(key ?? param));
      else if (key !== undefined || param !== undefined) open.add(nameOf(key ?? param));
      // A class reads of itself what it declares. One that inherits from the browser must not have such names.
      if (type === 'MemberExpression' && object?.type !== 'ThisExpression') open.add(nameOf(property));
      if (type === 'StringLiteral') open.add(String(value));
      if (type === 'TemplateElement') open.add(String(cooked));
      if (type === 'JSXAttribute') open.add(nameOf(name));
      for (const each of type === 'ObjectExpression' ? (properties ?? []) : []) open.add(nameOf(each));
    });
  }
  return [...hidden].filter((name) => name !== '' && !open.has(name)).sort();
}

/** What is of interest in a node of swc's tree, which has no types that fit all: https://swc.rs/docs/usage/core#parse. */
interface Part {
  readonly type: string;
  readonly accessibility?: unknown;
  readonly key?: Part;
  readonly param?: Part;
  readonly left?: Part;
  readonly object?: Part;
  readonly property?: Part;
  readonly properties?: readonly Part[];
  readonly name?: Part;
  readonly value?: unknown;
  readonly cooked?: unknown;
}

/** `''`: it has none, or one that is computed. */
function nameOf(part: Part | undefined): string {
  const { type, value, left }: Partial<Part> = part ?? {};
  if (left !== undefined) return nameOf(left);
  return type === 'Identifier' && typeof value === 'string' ? value : '';
}

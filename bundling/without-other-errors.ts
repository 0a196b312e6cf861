import { parse, type AnyNode, type Identifier, type Node } from 'acorn';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { cutProperties } from './cut-properties';
import { visit } from './syntax';
import { SENTENCES } from '../shared/reference';

const NAME = 'without-other-errors';
const CODES: ReadonlySet<string> = new Set(Object.keys(SENTENCES));
/** What punycode says of a host that it cannot encode: nobody hears it, for the core takes such a host for no domain. */
const PUNYCODE_ERRORS: ReadonlySet<unknown> = new Set(['overflow', 'not-basic', 'invalid-input']);

/**
 * Leaves out of a bundle the sentences and traits of problems that nothing in it names: those of the other hosts, of the panel, of
 * runs over a column. A problem's code is closed and always written out as a text where it arises, so a bundle that has
 * no such text has no such problem. Of the traits that are left it leaves out what nothing reads. Bundles once more to see
 * which texts there are, and what is read.
 */
export const WITHOUT_OTHER_ERRORS: Plugin = {
  name: NAME,
  setup({ initialOptions, onStart, onLoad }) {
    let named: Named;
    onStart(async () => {
      named = await findNamed(initialOptions);
    });
    onLoad({ filter: /[\\/]shared[\\/]errors[\\/](other-words|sentences[\\/]\w+)\.ts$/ }, async ({ path }) => ({
      contents: await cutProperties(path, ({ key }) => isNeverNamed(key, named)),
    }));
    onLoad({ filter: /[\\/]shared[\\/]errors[\\/]traits\.ts$/ }, async ({ path }) => ({
      contents: await cutProperties(path, ({ key }) => isNeverNamed(key, named) || isNeverRead(key, named)),
    }));
    onLoad({ filter: /[\\/]punycode\.es6\.js$/ }, async ({ path }) => ({
      contents: await cutProperties(path, ({ key }) => key.type === 'Literal' && PUNYCODE_ERRORS.has(key.value)),
    }));
  },
};

/** What a bundle names. */
interface Named {
  /** Every text that stands in it as a value by itself. */
  readonly texts: Set<string>;
  /** The properties that it reads. */
  readonly read: Set<string>;
}

function isNeverNamed(key: Node, { texts }: Named): boolean {
  return key.type === 'Identifier' && CODES.has((key as Identifier).name) && !texts.has((key as Identifier).name);
}

function isNeverRead(key: Node, { read }: Named): boolean {
  return key.type === 'Identifier' && !CODES.has((key as Identifier).name) && !read.has((key as Identifier).name);
}

async function findNamed(options: BuildOptions): Promise<Named> {
  const plugins = (options.plugins ?? []).filter(({ name }) => name !== NAME);
  const { outputFiles } = await build({ ...options, plugins, write: false, metafile: false, sourcemap: false });
  const [texts, read] = [new Set<string>(), new Set<string>()];
  for (const { text } of outputFiles) {
    visit(parse(text, { ecmaVersion: 2020, sourceType: 'module' }), (node) => {
      const any = node as AnyNode;
      if (any.type === 'Literal' && typeof any.value === 'string') texts.add(any.value);
      if (any.type === 'TemplateElement' && typeof any.value.cooked === 'string') texts.add(any.value.cooked);
      if (any.type === 'MemberExpression' && any.property.type === 'Identifier') read.add(any.property.name);
      if (any.type === 'ObjectPattern') {
        for (const { key } of any.properties.filter((each) => each.type === 'Property'))
          if (key.type === 'Identifier') read.add(key.name);
      }
    });
  }
  return { texts, read };
}

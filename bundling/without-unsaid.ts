import { parse, type AnyNode } from 'acorn';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { cutProperties } from './cut-properties';
import { visit } from './syntax';
import { SENTENCES } from '../shared/reference';

const NAME = 'without-unsaid';
const CODES: ReadonlySet<string> = new Set(Object.keys(SENTENCES));
/** What punycode says of a host that it cannot encode: nobody hears it, for the core takes such a host for no domain. */
const PUNYCODE_ERRORS: ReadonlySet<unknown> = new Set(['overflow', 'not-basic', 'invalid-input']);

/**
 * Leaves out of a bundle the sentences and traits of problems that nothing in it names: those of the other hosts, of the panel, of
 * runs over a column. A problem's code is closed and always written out as a text where it arises, so a bundle that has
 * no such text has no such problem. Bundles once more to see which texts there are.
 */
export const WITHOUT_UNSAID: Plugin = {
  name: NAME,
  setup({ initialOptions, onStart, onLoad }) {
    let texts: ReadonlySet<string>;
    onStart(async () => {
      texts = await findTexts(initialOptions);
    });
    onLoad({ filter: /[\\/]shared[\\/]errors[\\/](traits|other-words|sentences[\\/]\w+)\.ts$/ }, async ({ path }) => ({
      contents: await cutProperties(
        path,
        ({ key }) => key.type === 'Identifier' && CODES.has(key.name) && !texts.has(key.name),
      ),
    }));
    onLoad({ filter: /[\\/]punycode\.es6\.js$/ }, async ({ path }) => ({
      contents: await cutProperties(path, ({ key }) => key.type === 'Literal' && PUNYCODE_ERRORS.has(key.value)),
    }));
  },
};

/** Every text that stands in the bundle as a value by itself. */
async function findTexts(options: BuildOptions): Promise<ReadonlySet<string>> {
  const plugins = (options.plugins ?? []).filter(({ name }) => name !== NAME);
  const { outputFiles } = await build({ ...options, plugins, write: false, metafile: false, sourcemap: false });
  const texts = new Set<string>();
  for (const { text } of outputFiles) {
    visit(parse(text, { ecmaVersion: 2020, sourceType: 'module' }), (node) => {
      const any = node as AnyNode;
      if (any.type === 'Literal' && typeof any.value === 'string') texts.add(any.value);
      if (any.type === 'TemplateElement' && typeof any.value.cooked === 'string') texts.add(any.value.cooked);
    });
  }
  return texts;
}

import type { Property } from 'acorn';
import type { Plugin } from 'esbuild';
import { basename } from 'node:path';
import { FUNCTIONS } from '../shared/formulas';
import { builderHelp } from '../shared/reference';
import { cutProperties } from './cut-properties';

/** What only the reference pages, the hosts' autocompletion and the tests read, by the file's name. */
const HELP_IN: Readonly<Record<string, readonly string[]>> = {
  'fields.ts': ['about'],
  'table-fields.ts': ['about'],
  'options.ts': ['about', 'example'],
  'params.ts': ['about'],
};
/** {@link HELP_IN} where TRACE_FIELDS, which alone shows examples of fields, is elsewhere. */
const HELP_WITHOUT_EXAMPLES: typeof HELP_IN = {
  ...HELP_IN,
  'fields.ts': ['about', 'example'],
  'table-fields.ts': ['about', 'example'],
};
const HELP_OF_FUNCTIONS = ['about', 'costs', 'examples', 'family', 'operations'];
const HELP_OF_OPERATIONS = ['standing', 'source'];

/**
 * Leaves out of a bundle what nothing in it reads: Google loads the whole of `Code.js` for every formula.
 */
export const WITHOUT_HELP: Plugin = withoutHelp(HELP_OF_FUNCTIONS, HELP_IN);

/** The same for the panel, which a person waits for. What its builder and its list of functions read is written out with them. */
export const WITHOUT_HELP_IN_PANEL: Plugin = {
  name: 'without-help-in-panel',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]catalogue[\\/]derive[\\/]builder-help\.ts$/ }, () => ({
      contents: `export const builderHelp = () => (${JSON.stringify(builderHelp())});`,
      loader: 'js',
    }));
    return withoutHelp(HELP_OF_FUNCTIONS, HELP_WITHOUT_EXAMPLES).setup(build);
  },
};

/** The same for Excel's functions. The examples of fields are written out where they are read, in the script that is loaded later. */
export const WITHOUT_HELP_IN_PARTS: Plugin = {
  name: 'without-help-in-parts',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]functions[\\/]field-examples\.ts$/ }, () => {
      const examples = FUNCTIONS.flatMap(({ id, fields }) => fields.map(({ name, example }) => [id, name, example]));
      return { contents: `export const fieldExamples = () => ${JSON.stringify(examples)};`, loader: 'js' };
    });
    return withoutHelp(HELP_OF_FUNCTIONS, HELP_WITHOUT_EXAMPLES).setup(build);
  },
};

function withoutHelp(ofFunctions: readonly string[], helpIn: typeof HELP_IN): Plugin {
  return {
    name: 'without-help',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]shared[\\/]catalogue[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
        contents: await without(path, helpIn[basename(path)] ?? ofFunctions),
      }));
      onLoad({ filter: /[\\/]shared[\\/]client[\\/]resources[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
        contents: await without(path, HELP_OF_OPERATIONS),
      }));
    },
  };
}

function without(path: string, names: readonly string[]): Promise<string> {
  return cutProperties(path, ({ key, value }: Property) => {
    const isWritten = value.type === 'Literal' || value.type === 'ArrayExpression' || value.type === 'TemplateLiteral';
    return isWritten && key.type === 'Identifier' && names.includes(key.name);
  });
}

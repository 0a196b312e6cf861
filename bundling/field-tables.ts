import type { Plugin } from 'esbuild';
import { basename } from 'node:path';
import * as fields from '../shared/catalogue/fields';
import * as tableFields from '../shared/catalogue/table-fields';
import type { FieldSpec } from '../shared/catalogue/types';

const MODULES: Readonly<Record<string, Readonly<Record<string, FieldSpec | readonly FieldSpec[]>>>> = {
  'fields.ts': fields,
  'table-fields.ts': tableFields,
};

/** A line for each field: name, kind, example, and other names. */
const READ_FIELDS = `
function readFields(text) {
  return text.split('\\n').map((line) => {
    const [name, kind, example, ...aliases] = line.split('|');
    return { name, kind, example, aliases };
  });
}`;

/**
 * The fields of the catalogue as tables in text, which take half the room of as many objects with the same four keys,
 * and are read when the bundle starts. Without their help.
 */
export const FIELD_TABLES: Plugin = {
  name: 'field-tables',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]shared[\\/]catalogue[\\/](table-)?fields\.ts$/ }, ({ path }) => {
      const tables = Object.entries(MODULES[basename(path)] ?? {}).flatMap(
        // What is no list is only part of the lists.
        ([name, specs]) =>
          Array.isArray(specs)
            ? [`export const ${name} = /* @__PURE__ */ readFields(${JSON.stringify(toTable(specs))});`]
            : [],
      );
      return { contents: [READ_FIELDS, ...tables].join('\n') };
    });
  },
};

function toTable(specs: readonly FieldSpec[]): string {
  return specs.map(toLine).join('\n');
}

function toLine({ name, kind, example, aliases = [] }: FieldSpec): string {
  const cells = [name, kind, example, ...aliases];
  if (cells.some((cell) => /[|\n]/.test(cell)))
    throw new Error(`the field ${name} does not fit into a line of a table`);
  return cells.join('|');
}

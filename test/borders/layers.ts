/**
 * The layers of the core, the lowest first: a file imports, also as a type, from its own layer and from those before it.
 * A folder is a layer; a file that stands alone is named with its ending.
 */
export const LAYERS: readonly string[] = [
  'shared/punycode.d.ts',
  'shared/task.ts',
  'shared/days.ts',
  'shared/digest.ts',
  'shared/errors',
  'shared/catalogue',
  'shared/cells',
  'shared/client',
  'shared/records',
  'shared/credits',
  'shared/lookup',
  'shared/functions',
  'shared/actions',
  'shared/bulk',
  'shared/panel',
  'shared/index.ts',
];

/** Where circles are looked for. */
export const PROGRAMS: readonly string[] = [
  'shared',
  'apps-script',
  'excel-addin',
  'workbook',
  'sandbox',
  'relay',
  'check-api',
  'docs',
  'bench',
];

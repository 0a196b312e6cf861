/** What others import of the core. Nothing in it imports a door, so each is a layer above all. */
export const DOORS: readonly string[] = [
  'shared/ports.ts',
  'shared/formulas.ts',
  'shared/panel.ts',
  'shared/runs.ts',
  'shared/freeze.ts',
  'shared/api.ts',
  'shared/reference.ts',
];

/** What starts the page, and its parts that load once a tab needs them. Hosts import them as they do the doors. */
export const PAGE_PARTS: readonly string[] = [
  'shared/panel/page.tsx',
  'shared/panel/enrich.tsx',
  'shared/panel/explore.tsx',
  'shared/panel/lists.tsx',
];

/**
 * The layers of the core, the lowest first: a file imports, also as a type, from its own layer and from those before
 * it. A folder is a layer; a separate file is named with its ending.
 */
export const LAYERS: readonly string[] = [
  'shared/punycode.d.ts',
  'shared/task.ts',
  'shared/days.ts',
  'shared/digest.ts',
  'shared/text-start.ts',
  'shared/errors',
  'shared/client',
  'shared/catalogue',
  'shared/cells',
  'shared/frozen',
  'shared/records',
  'shared/credits',
  'shared/lookup',
  'shared/functions',
  'shared/practice',
  'shared/actions',
  'shared/enrich',
  'shared/recipes',
  'shared/panel',
  ...DOORS,
];

/** Tests of a host or of a program, which go through the doors as what they test does. */
export const TESTS_OUTSIDE: readonly string[] = [
  'test/apps-script',
  'test/excel-addin',
  'test/workbook',
  'test/docs',
  'test/bundle',
  'test/bundling',
  'test/releasing',
  'test/stores',
  'test/browser',
  'test/check-api',
  'test/contract',
  'test/fakes/apps-script',
  'test/fakes/excel',
  'test/fakes/bulk-page',
];

/** All but the tests. Circles are looked for in these and among the tests. */
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
  'releasing',
  'stores',
  'languages',
  'bundling',
];

/** Sources whose texts users read in a panel, a menu or a dialog, as paths from the project's root. */
const FOLDERS = ['shared/panel/', 'shared/actions/', 'shared/recipes/', 'apps-script/sidebar/'];
/** @internal a test checks that each still exists */
export const TRANSLATED_FILES: ReadonlySet<string> = new Set([
  ...['shared/errors/other-words.ts', 'shared/frozen/freeze-text.ts'],
  ...['shared/client/read-requests.ts', 'shared/credits/action-prices.ts'],
  ...['apps-script/menu.ts', 'apps-script/menu-commands.ts', 'apps-script/freeze/freeze-cells.ts'],
  ...['apps-script/retry/retry-problems.ts', 'apps-script/stored/copied-file.ts'],
  ...['apps-script/messages/spending-messages.ts', 'apps-script/bulk/given.ts'],
  ...['excel-addin/stored/kept-words.ts', 'excel-addin/stored/key-place.ts', 'excel-addin/panel/panel-host.ts'],
  ...['excel-addin/office-late.ts', 'excel-addin/stored/change-settings.ts', 'excel-addin/stored/document-settings.ts'],
  ...['excel-addin/stored/account.ts', 'excel-addin/bulk/bulk-host.ts'],
  ...['excel-addin/bulk/no-chart.ts', 'excel-addin/freeze/freeze-cells.ts'],
]);
/** Files whose texts are written into cells, or drawn from them. They stay in English, like all that functions show. */
const WRITE_CELLS: ReadonlySet<string> = new Set([
  'shared/panel/activity/changes-sheet.ts',
  'shared/recipes/examples.ts',
  'shared/recipes/usual-categories.ts',
  'shared/panel/explore/warm/warm-table.ts',
  'shared/panel/enrich/overview/overview-picture.ts',
  'shared/panel/enrich/overview/overview-sheet.ts',
]);
/** Titles of the menu, and the dialogs that its items open. */
const MENU = /^apps-script\/(?!sidebar\/)|^shared\/frozen\//;

/** @param path from the project's root */
export function isTranslated(path: string): boolean {
  const slashed = path.replace(/\\/g, '/');
  return (
    !WRITE_CELLS.has(slashed) && (TRANSLATED_FILES.has(slashed) || FOLDERS.some((folder) => slashed.startsWith(folder)))
  );
}

/** The part of the product that shows a text of such a file. */
export function partOf(path: string): 'menu' | 'panel' {
  return MENU.test(path.replace(/\\/g, '/')) ? 'menu' : 'panel';
}

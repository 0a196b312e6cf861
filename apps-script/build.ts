import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNotices } from '../bundling/notices';
import type { Language } from '../languages/language';
import { makeCode } from '../bundling/sheets-code';
import { makeSidebar } from '../bundling/sheets-page';

interface AppsScriptBuildOptions {
  /** The folder for `Code.js`, `Sidebar.html`, `appsscript.json`, and the notices beside them. */
  readonly outDir: string;
  /** The language of the panel, the menu and the functions' help; English if absent. */
  readonly language?: Language | null;
}

/**
 * Builds what is pushed to Apps Script. The same sources give the same bytes.
 *
 * @returns every source file that contributed to the output
 */
export async function buildAppsScript(options: AppsScriptBuildOptions): Promise<readonly string[]> {
  const { outDir, language = null } = options;
  const [code, sidebar, manifest] = await Promise.all([
    makeCode(language),
    makeSidebar(language),
    readFile('appsscript.json', 'utf8'),
  ]);
  // Files that an earlier build or another program left there would be pushed and released.
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, 'Code.js'), code.text),
    writeFile(join(outDir, 'Sidebar.html'), sidebar.text),
    writeFile(join(outDir, 'appsscript.json'), manifest),
  ]);
  const used = [...code.used, ...sidebar.used];
  writeNotices(outDir, used);
  return used;
}

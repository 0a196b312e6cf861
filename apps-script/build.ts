import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNotices } from '../bundling/notices';
import type { Language } from '../languages/language';
import { makeCode } from '../bundling/sheets-code';
import { makeSidebar } from '../bundling/sheets-page';

interface AppsScriptBuildOptions {
  /** The folder for `Code.js`, `Sidebar.html` and `appsscript.json`, and the notices beside them. */
  readonly outDir: string;
  /** Of the panel, the menu and the functions' help; English unless told. */
  readonly language?: Language | null;
}

/**
 * Builds what is pushed to Apps Script. The same sources give the same bytes.
 *
 * @returns every source file of which something is left in it
 */
export async function buildAppsScript(options: AppsScriptBuildOptions): Promise<readonly string[]> {
  const { outDir, language = null } = options;
  const [code, sidebar, manifest] = await Promise.all([
    makeCode(language),
    makeSidebar(language),
    readFile('appsscript.json', 'utf8'),
  ]);
  // What an earlier build or another program has left there would be pushed and released.
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

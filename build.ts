import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAppsScript } from './apps-script/build';
import { buildDocs } from './docs/site/build';
import { buildExcelAddin } from './excel-addin/build';
import { writeNotices } from './bundling/notices';
import { OFFICE_SCRIPT_SENTENCE, readOfficeScript, type OfficeScript } from './bundling/office-script';
import type { Language } from './languages/language';
import { readAddinUrl } from './relay/addin-url';
import { giveUp } from './relay/terminal';
import { buildWorkbook } from './workbook/build';

export interface BuildOptions {
  /** The folder for the three outputs; default `dist`. */
  readonly outDir?: string;
  /** The address that will serve the Excel add-in; default `https://localhost:3000`. */
  readonly addinUrl?: string;
  /** Where the add-in's page loads office.js from; default `hosted`. */
  readonly officeScript?: OfficeScript;
  /** The language of panels, menu and help; English if absent. */
  readonly language?: Language | null;
}

const DEFAULT_ADDIN_URL = 'https://localhost:3000';
const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** Builds everything that ships. The same sources give the same bytes; no network. */
export async function buildAll(options: BuildOptions = {}): Promise<void> {
  const outDir = options.outDir ?? join(ROOT, 'dist');
  const { addinUrl = DEFAULT_ADDIN_URL, language = null } = options;
  await rm(outDir, { recursive: true, force: true });
  await Promise.all([
    buildAppsScript({ outDir: join(outDir, 'apps-script'), language }),
    buildExcelSite(outDir, addinUrl, options.officeScript, language),
    buildShownWorkbook(join(outDir, 'workbook')),
  ]);
}

/**
 * Builds the site of the Excel add-in: the add-in, and the pages that its functions' help links open.
 *
 * @returns every source file that contributed to its scripts
 */
export async function buildExcelSite(
  outDir: string,
  addinUrl: string,
  officeScript: OfficeScript = 'hosted',
  language: Language | null = null,
): Promise<readonly string[]> {
  const folder = join(outDir, 'excel-addin');
  await rm(folder, { recursive: true, force: true });
  const bundles = await Promise.all([
    buildExcelAddin({ outDir: folder, addinUrl, officeScript, language }),
    buildDocs({ outDir: join(folder, 'docs') }),
  ]);
  const used = bundles.flat();
  writeNotices(folder, used);
  return used;
}

/** Includes the notices that a workbook on its owner's machine does not need, because the packages are there. */
async function buildShownWorkbook(outDir: string): Promise<void> {
  writeNotices(outDir, await buildWorkbook({ outDir }));
}

/** Loaded on demand, because the translating code is installed only for development. */
async function readAskedLanguage(tag: string): Promise<Language | null> {
  return tag === '' ? null : (await import('./languages/language')).readLanguage(tag);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const addinUrl = readAddinUrl(process.env['TRACE_ADDIN_URL'] || DEFAULT_ADDIN_URL);
  const officeScript = readOfficeScript(process.env['TRACE_OFFICE_JS'] ?? '');
  if (!addinUrl.ok) giveUp(addinUrl.sentence);
  else if (officeScript === null) giveUp(OFFICE_SCRIPT_SENTENCE);
  else {
    const language = await readAskedLanguage(process.env['TRACE_LANGUAGE'] ?? '');
    await buildAll({ addinUrl: addinUrl.url.origin, officeScript, language });
  }
}

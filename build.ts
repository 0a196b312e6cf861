import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAppsScript } from './apps-script/build';
import { buildDocs } from './docs/site/build';
import { buildExcelAddin } from './excel-addin/build';
import { readAddinUrl } from './relay/addin-url';
import { giveUp } from './relay/terminal';
import { buildWorkbook } from './workbook/build';

export interface BuildOptions {
  /** Where the three folders go; default `dist`. */
  readonly outDir?: string;
  /** Where the Excel add-in will be served from; default `https://localhost:3000`. */
  readonly addinUrl?: string;
}

const DEFAULT_ADDIN_URL = 'https://localhost:3000';
const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** Builds everything that ships. The same sources give the same bytes; no network. */
export async function buildAll(options: BuildOptions = {}): Promise<void> {
  const outDir = options.outDir ?? join(ROOT, 'dist');
  const addinUrl = options.addinUrl ?? DEFAULT_ADDIN_URL;
  await rm(outDir, { recursive: true, force: true });
  await Promise.all([
    buildAppsScript({ outDir: join(outDir, 'apps-script') }),
    buildExcelSite(outDir, addinUrl),
    buildWorkbook({ outDir: join(outDir, 'workbook') }),
  ]);
}

/** What serves the Excel add-in: the add-in, and beside it the pages to which its functions' help links lead. */
export async function buildExcelSite(outDir: string, addinUrl: string): Promise<void> {
  const folder = join(outDir, 'excel-addin');
  await rm(folder, { recursive: true, force: true });
  await Promise.all([buildExcelAddin({ outDir: folder, addinUrl }), buildDocs({ outDir: join(folder, 'docs') })]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const addinUrl = readAddinUrl(process.env['TRACE_ADDIN_URL'] || DEFAULT_ADDIN_URL);
  if (addinUrl.ok) await buildAll({ addinUrl: addinUrl.url.origin });
  else giveUp(addinUrl.sentence);
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExcelAddin } from '../../../excel-addin/build';

/** What the build writes for Excel. */
export interface ExcelAddinFiles {
  readonly functions: string;
  readonly metadata: string;
}

let built: Promise<ExcelAddinFiles> | null = null;

/** The files that this run of the tests has built (`TRACE_DIST`); a test file that runs by itself builds them. */
export function excelAddinFiles(): Promise<ExcelAddinFiles> {
  const dist = process.env['TRACE_DIST'];
  return (built ??= dist === undefined ? build() : Promise.resolve(readFiles(join(dist, 'excel-addin'))));
}

async function build(): Promise<ExcelAddinFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'trace-excel-'));
  try {
    await buildExcelAddin({ outDir: folder });
    return readFiles(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFiles(folder: string): ExcelAddinFiles {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { functions: read('functions.js'), metadata: read('functions.json') };
}

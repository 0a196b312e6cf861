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

/** The files as the build makes them now, built once for each test file. */
export function excelAddinFiles(): Promise<ExcelAddinFiles> {
  built ??= build();
  return built;
}

async function build(): Promise<ExcelAddinFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'trace-excel-'));
  try {
    await buildExcelAddin({ outDir: folder });
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    return { functions: read('functions.js'), metadata: read('functions.json') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

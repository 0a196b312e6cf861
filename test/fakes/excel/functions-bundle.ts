import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtOnce } from '../built-once';

/** The files that the build writes for Excel. */
export interface ExcelAddinFiles {
  readonly functions: string;
  readonly metadata: string;
}

const SOURCES = ['excel-addin', 'shared', 'bundling', 'languages'];

let files: Promise<ExcelAddinFiles> | null = null;

/** The build of this test run (`TRACE_DIST`), or else a build of the current sources. */
export function excelAddinFiles(): Promise<ExcelAddinFiles> {
  return (files ??= excelAddinFolder().then(read));
}

/** Its folder. */
export async function excelAddinFolder(): Promise<string> {
  const dist = process.env['TRACE_DIST'];
  if (dist !== undefined) return join(dist, 'excel-addin');
  return builtOnce('excel-addin', SOURCES, async (outDir) => {
    // It loads most of the project.
    const { buildExcelAddin } = await import('../../../excel-addin/build');
    await buildExcelAddin({ outDir });
  });
}

async function read(folder: string): Promise<ExcelAddinFiles> {
  const [functions, metadata] = await Promise.all(
    ['functions.js', 'functions.json'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { functions: functions!, metadata: metadata! };
}

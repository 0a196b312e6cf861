import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildResult } from 'esbuild';
import { toExcelMetadata } from '../shared/catalogue/derive/excel-metadata';
import { FUNCTIONS } from '../shared/index';

const DEFAULT_ADDIN_URL = 'https://localhost:3000';

export interface ExcelAddinBuild {
  readonly outDir: string;
  /** Where the add-in will be served; it stands in help links. */
  readonly addinUrl?: string;
}

/** Writes what Excel loads. The same sources give the same bytes. */
export async function buildExcelAddin({ outDir, addinUrl = DEFAULT_ADDIN_URL }: ExcelAddinBuild): Promise<void> {
  const [functions] = (await bundleFunctions()).outputFiles;
  if (functions === undefined) throw new Error('esbuild made no functions.js');
  const metadata = toExcelMetadata(FUNCTIONS, addinUrl);
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, 'functions.js'), functions.contents);
  await writeFile(join(outDir, 'functions.json'), `${JSON.stringify(metadata, null, 2)}\n`);
}

/** The functions as one classic script. Paths are the project's: npm runs its scripts there. */
export function bundleFunctions(): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    entryPoints: ['excel-addin/functions-main.ts'],
    outfile: 'functions.js',
    bundle: true,
    format: 'iife',
    target: 'es2020',
    minify: true,
    write: false,
    metafile: true,
  });
}

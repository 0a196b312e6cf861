import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExcelAddin } from '../excel-addin/build';
import { importedBy, withPreloads } from '../bundling/preloads';
import { usedInputs } from '../bundling/used-inputs';
import { WITHOUT_UNUSED_PARTS } from './unused-parts';

const SOURCE = fileURLToPath(new URL('.', import.meta.url));
const PAGE = 'index.html';
const ICON = 'favicon.svg';
const MAIN = 'page-main.ts';
/**
 * The page needs a few functions of the core, and all of it only for prices. In one build both would share a chunk,
 * which the page would load before its first answer: https://esbuild.github.io/api/#splitting.
 */
const PRICES_APART: Plugin = {
  name: 'prices-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/formula-price$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './formula-price.js', external: true } : null,
    );
  },
};

interface WorkbookBuildOptions {
  readonly outDir: string;
}

/**
 * Builds the web workbook's page, which loads functions.js and functions.json from its own folder. Does not build
 * those.
 *
 * @returns the source files that its scripts contain code from
 */
export async function buildWorkbook({ outDir }: WorkbookBuildOptions): Promise<readonly string[]> {
  await mkdir(outDir, { recursive: true });
  const bundles = await Promise.all([
    bundle({ main: MAIN }, outDir, { format: 'esm', splitting: true, chunkNames: 'main-[hash]' }),
    bundle({ 'before-functions': 'before-functions.ts' }, outDir, { format: 'iife' }),
    bundle({ 'formula-price': 'page/formula-price.ts' }, outDir, { format: 'esm' }),
  ]);
  const html = await readFile(join(SOURCE, PAGE), 'utf8');
  await writeFile(join(outDir, PAGE), withPreloads(html, importedBy(toPath(MAIN), bundles[0])));
  await copyFile(join(SOURCE, ICON), join(outDir, ICON));
  return bundles.flatMap(usedInputs);
}

/** All that the page loads at `npm start`, without the help pages. */
export async function buildPage({ outDir }: WorkbookBuildOptions): Promise<void> {
  await Promise.all([
    buildWorkbook({ outDir: join(outDir, 'workbook') }),
    buildExcelAddin({ outDir: join(outDir, 'excel-addin') }),
  ]);
}

/** The help pages. Their examples have to be answered first. */
export async function buildHelp({ outDir }: WorkbookBuildOptions): Promise<void> {
  const { buildDocs } = await import('../docs/site/build');
  await buildDocs({ outDir });
}

type Format = Pick<BuildOptions, 'format' | 'splitting' | 'chunkNames'>;

async function bundle(entry: Record<string, string>, outdir: string, format: Format): Promise<Metafile> {
  const entries = Object.entries(entry).map(([name, file]) => [name, join(SOURCE, file)]);
  const { metafile } = await build({
    entryPoints: Object.fromEntries(entries) as Record<string, string>,
    outdir,
    ...format,
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    plugins: [WITHOUT_UNUSED_PARTS, PRICES_APART],
    metafile: true,
  });
  return metafile;
}

/** As the bundler writes it. */
function toPath(file: string): string {
  return relative('.', join(SOURCE, file)).split(sep).join('/');
}

import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { writeNotices } from '../bundling/notices';
import { usedInputs } from '../bundling/used-inputs';
import { buildDocs } from '../docs/site/build';
import { buildExcelAddin } from '../excel-addin/build';
import { readBuiltFiles } from '../relay/built-files';
import { buildWorkbook } from '../workbook/build';
import { toDemoPage } from './demo-page';
import { SHORT_ICONS } from './short-icons';
import { toLandingPage } from './landing-page';

const OFFLINE = 'offline.js';
const FILMS = 'docs/film';
/** The demo is no add-in, so it needs none of these. */
const ONLY_FOR_EXCEL = ['manifest.xml', 'manifest.dev.xml', 'taskpane.html', 'office-late.js', 'assets'];

/**
 * Writes the public site as static files with relative addresses: the landing page, the help, and the web workbook
 * with the sandbox in its page. Any host can serve it from any folder.
 */
export async function buildSite(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const used = await Promise.all([
    buildWorkbook({ outDir }),
    buildExcelAddin({ outDir }),
    buildDocs({ outDir: join(outDir, 'docs'), hasLandingPage: true }),
    bundleDemo(join(outDir, 'demo.js')),
  ]);
  await Promise.all([
    ...ONLY_FOR_EXCEL.map((name) => rm(join(outDir, name), { recursive: true })),
    cp(FILMS, join(outDir, 'film'), { recursive: true }),
  ]);
  const workbook = await readFile(join(outDir, 'index.html'), 'utf8');
  await writeFile(join(outDir, 'demo.html'), toDemoPage(workbook));
  await writeFile(join(outDir, 'index.html'), toLandingPage());
  writeNotices(outDir, used.flat());
  // Last: it names every other file.
  await bundleOffline(outDir);
}

async function bundleDemo(outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: ['site/demo/main.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    plugins: [SHORT_ICONS],
    metafile: true,
  });
  return usedInputs(metafile);
}

async function bundleOffline(outDir: string): Promise<void> {
  const files = await readBuiltFiles(outDir);
  const names = [...files.keys()].sort();
  const version = createHash('sha256');
  for (const name of names) version.update(`${name}\n${files.get(name)?.etag}\n`);
  await build({
    entryPoints: ['site/offline/main.ts'],
    outfile: join(outDir, OFFLINE),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: {
      SITE_FILES: JSON.stringify(names),
      SITE_VERSION: JSON.stringify(version.digest('hex').slice(0, 12)),
    },
  });
}

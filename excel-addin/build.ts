import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform, type BuildResult, type Plugin } from 'esbuild';
import { LEAVE_OUT_UNUSED } from '../bundling/leave-out-unused';
import { shrink } from '../bundling/shrink';
import { WITHOUT_HELP, WITHOUT_HELP_IN_PANEL } from '../bundling/without-help';
import { WITHOUT_UNSAID } from '../bundling/without-unsaid';
import { toExcelMetadata } from '../shared/reference';
import { FUNCTIONS } from '../shared/formulas';
import { makePractice } from '../shared/panel';
import { toManifest } from './manifest/manifest';
import { readPageStyle } from '../bundling/read-page-style';
import { developmentSettings, publishedSettings } from './manifest/settings';

const DEFAULT_ADDIN_URL = 'https://localhost:3000';
const QUICK = [LEAVE_OUT_UNUSED];
/** Excel's oldest web view with shared runtimes; it has no nested CSS rules. */
const CSS_TARGET = ['chrome90', 'safari14'];

export interface ExcelAddinBuild {
  readonly outDir: string;
  /** The address of the add-in, used in help links. */
  readonly addinUrl?: string;
  /** Leaves the scripts larger, in a fraction of the time: they do the same. */
  readonly isQuick?: boolean;
}

/** Writes the files that Excel loads. The same sources give the same bytes. */
export async function buildExcelAddin(options: ExcelAddinBuild): Promise<void> {
  const { outDir, addinUrl = DEFAULT_ADDIN_URL, isQuick = false } = options;
  const [functions, panel, css] = await Promise.all([
    isQuick
      ? bundle('excel-addin/functions-main.ts', 'functions.js', QUICK).then(textOf)
      : bundleFunctions().then(shrunk),
    isQuick ? bundle('excel-addin/taskpane-main.ts', 'taskpane.js', QUICK).then(textOf) : bundlePanel().then(shrunk),
    readPageStyle(),
  ]);
  const style = await transform(css, { loader: 'css', minify: true, target: CSS_TARGET });
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  const metadata = toExcelMetadata(FUNCTIONS, addinUrl);
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, 'functions.js'), functions),
    writeFile(join(outDir, 'functions.json'), `${JSON.stringify(metadata, null, 2)}\n`),
    writeFile(join(outDir, 'taskpane.js'), panel),
    writeFile(join(outDir, 'practice.json'), JSON.stringify(makePractice())),
    writeFile(join(outDir, 'taskpane.css'), style.code),
    copyFile('excel-addin/taskpane.html', join(outDir, 'taskpane.html')),
    cp('excel-addin/assets', join(outDir, 'assets'), { recursive: true, filter: (path) => !path.endsWith('.svg') }),
    writeFile(join(outDir, 'manifest.xml'), toManifest(publishedSettings(version, addinUrl))),
    writeFile(join(outDir, 'manifest.dev.xml'), toManifest(developmentSettings(version, addinUrl))),
  ]);
}

type Bundled = BuildResult<{ write: false; metafile: true }>;

/** The functions as one classic script. Paths are relative to the project, where npm runs its scripts. */
export function bundleFunctions(): Promise<Bundled> {
  return bundle('excel-addin/functions-main.ts', 'functions.js', [LEAVE_OUT_UNUSED, WITHOUT_HELP, WITHOUT_UNSAID]);
}

/** The panel, without what only the functions need: nothing in the core runs on load. */
export function bundlePanel(): Promise<Bundled> {
  return bundle('excel-addin/taskpane-main.ts', 'taskpane.js', [
    LEAVE_OUT_UNUSED,
    WITHOUT_HELP_IN_PANEL,
    WITHOUT_UNSAID,
  ]);
}

function bundle(entryPoint: string, outfile: string, plugins: Plugin[]): Promise<Bundled> {
  return build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    plugins,
    format: 'iife',
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    write: false,
    metafile: true,
  });
}

function shrunk(bundled: Bundled): Promise<string> {
  return shrink(textOf(bundled));
}

function textOf({ outputFiles }: Bundled): string {
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.text;
}

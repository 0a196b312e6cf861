import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform, type BuildResult, type Plugin } from 'esbuild';
import { LEAVE_OUT_UNUSED } from '../bundling/leave-out-unused';
import { readPageStyle } from '../bundling/read-page-style';
import { shrink } from '../bundling/shrink';
import { WITHOUT_HELP } from '../bundling/without-help';
import { WITHOUT_UNSAID } from '../bundling/without-unsaid';
import { toExcelMetadata } from '../shared/reference';
import { FUNCTIONS } from '../shared/formulas';
import { COMMON, QUICK } from '../bundling/excel-options';
import { makePractice } from '../shared/panel';
import { toManifest } from './manifest/manifest';
import { developmentSettings, publishedSettings } from './manifest/settings';
import { makePanelScripts } from '../bundling/panel-scripts';

const DEFAULT_ADDIN_URL = 'https://localhost:3000';
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
  const [functions, panel, css, page] = await Promise.all([
    isQuick
      ? bundle(QUICK).then(textOf)
      : bundleFunctions()
          .then(textOf)
          .then((text) => shrink(text)),
    makePanelScripts(isQuick),
    readPageStyle(),
    readFile('excel-addin/taskpane.html', 'utf8'),
  ]);
  const style = await transform(css, { loader: 'css', minify: true, target: CSS_TARGET });
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  const metadata = toExcelMetadata(FUNCTIONS, addinUrl);
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, 'functions.js'), functions),
    writeFile(join(outDir, 'functions.json'), `${JSON.stringify(metadata, null, 2)}\n`),
    ...panel.files.map(({ name, text }) => writeFile(join(outDir, name), text)),
    writeFile(join(outDir, 'practice.json'), JSON.stringify(makePractice())),
    writeFile(join(outDir, 'taskpane.css'), style.code),
    writeFile(join(outDir, 'taskpane.html'), withPreloads(page, panel.first)),
    cp('excel-addin/assets', join(outDir, 'assets'), { recursive: true, filter: (path) => !path.endsWith('.svg') }),
    writeFile(join(outDir, 'manifest.xml'), toManifest(publishedSettings(version, addinUrl))),
    writeFile(join(outDir, 'manifest.dev.xml'), toManifest(developmentSettings(version, addinUrl))),
  ]);
}

type Bundled = BuildResult<{ write: false; metafile: true }>;

/** The functions as one classic script. Paths are relative to the project, where npm runs its scripts. */
export function bundleFunctions(): Promise<Bundled> {
  return bundle([LEAVE_OUT_UNUSED, WITHOUT_HELP, WITHOUT_UNSAID]);
}

function bundle(plugins: Plugin[]): Promise<Bundled> {
  const files = { entryPoints: ['excel-addin/functions-main.ts'], outfile: 'functions.js' };
  return build({ ...COMMON, ...files, format: 'iife', plugins });
}

function textOf({ outputFiles }: Bundled): string {
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return file.text;
}

/** All scripts of the first paint are asked for at once, instead of one after the other names it. */
function withPreloads(page: string, names: readonly string[]): string {
  const links = names.map((name) => `    <link rel="modulepreload" href="${name}" />\n`);
  return page.replace('  </head>', `${links.join('')}  </head>`);
}

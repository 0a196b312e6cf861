import { build, transform, type BuildOptions, type Plugin } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LEAVE_OUT_UNUSED } from '../bundling/leave-out-unused';
import { shrink } from '../bundling/shrink';
import { WITHOUT_HELP, WITHOUT_HELP_IN_PANEL } from '../bundling/without-help';
import { WITHOUT_UNSAID } from '../bundling/without-unsaid';
import { writeNotices } from '../bundling/notices';
import { usedInputs } from '../bundling/used-inputs';
import { toSheetsStubs } from '../shared/reference';
import { FUNCTIONS } from '../shared/formulas';
import type { Language } from '../languages/language';
import { readPageStyle } from '../bundling/read-page-style';

interface AppsScriptBuildOptions {
  /** The folder for `Code.js`, `Sidebar.html` and `appsscript.json`, and the notices beside them. */
  readonly outDir: string;
  /** Of the panel, the menu and the functions' help; English unless told. */
  readonly language?: Language | null;
}

const API_ORIGIN = 'https://api.tracedata.ai';

/** The bundle's one global, besides the functions that Google calls by name. */
const BUNDLE = 'addon';

/**
 * `es2020` because Apps Script refuses private and static class fields as newer syntax spells them
 * (https://developers.google.com/apps-script/guides/v8-runtime).
 */
const COMMON = {
  bundle: true,
  format: 'iife',
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  plugins: [LEAVE_OUT_UNUSED],
  charset: 'ascii',
  write: false,
  logLevel: 'silent',
} satisfies BuildOptions;

/**
 * Builds what is pushed to Apps Script. The same sources give the same bytes.
 *
 * @returns every source file of which something is left in it
 */
export async function buildAppsScript(options: AppsScriptBuildOptions): Promise<readonly string[]> {
  const { outDir, language = null } = options;
  const [code, sidebar, manifest] = await Promise.all([
    buildCode({ entryPoints: ['apps-script/main.ts'] }, language),
    buildSidebar(language),
    readFile('appsscript.json', 'utf8'),
  ]);
  // What an earlier build or another program has left there would be pushed and released.
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, 'Code.js'), code.text),
    writeFile(join(outDir, 'Sidebar.html'), sidebar.text),
    writeFile(join(outDir, 'appsscript.json'), manifest),
  ]);
  const used = [...code.used, ...sidebar.used];
  writeNotices(outDir, used);
  return used;
}

/** A file, with every source file of which something is left in it. */
interface Bundled {
  readonly text: string;
  readonly used: readonly string[];
}

/** The custom functions without menu and panel: what the start of `Code.js` is measured against. */
export async function buildFormulasAlone(): Promise<string> {
  const contents = "export { callFunction } from './call-function';";
  return (await buildCode({ stdin: { contents, resolveDir: 'apps-script', loader: 'ts' } })).text;
}

/** The stubs stay unchanged, comments included: Sheets reads its help from them. */
async function buildCode(
  entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>,
  language: Language | null = null,
): Promise<Bundled> {
  const { text, used } = await bundle({
    ...entry,
    format: 'esm',
    plugins: [...translating(language), LEAVE_OUT_UNUSED, WITHOUT_HELP, WITHOUT_UNSAID],
    define: { TRACE_API_ORIGIN: JSON.stringify(API_ORIGIN) },
  });
  return { text: `${await shrink(toGlobal(text))}\n${toSheetsStubs(FUNCTIONS, BUNDLE, language?.say)}`, used };
}

/** Turns a module into one global with its exports. esbuild's own way goes through getters. */
function toGlobal(code: string): string {
  const [exported, names = ''] = /export\{([^{}]*)\};\s*$/.exec(code) ?? [];
  if (exported === undefined) throw new Error('the bundle ends without its exports');
  const members = names
    .split(',')
    .map((name) => name.split(' as '))
    .map(([inner, outer]) => `${outer ?? inner}:${inner}`);
  return `var ${BUNDLE}=(()=>{${code.slice(0, -exported.length)}return{${members.join(',')}}})();`;
}

/** One file that makes no requests. */
async function buildSidebar(language: Language | null): Promise<Bundled> {
  const [{ text: bundled, used }, css] = await Promise.all([
    bundle({
      entryPoints: ['apps-script/sidebar/main.ts'],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // With all sentences: the script sends error codes that occur nowhere in the page.
      plugins: [...translating(language), LEAVE_OUT_UNUSED, WITHOUT_HELP_IN_PANEL],
      // HtmlService cuts `//` and the rest of the line out of template literals, which the minifier creates:
      // https://github.com/enuchi/React-Google-Apps-Script/issues/157.
      supported: { 'template-literal': false },
    }),
    readPageStyle(),
  ]);
  const script = await shrink(bundled, 'plain');
  const style = await transform(css, { loader: 'css', minify: true, target: ['chrome90', 'safari14'] });
  const lines = [
    '<!doctype html>',
    `<html lang="${language?.tag ?? 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<base target="_blank">',
    '<title>Trace</title>',
    `<style>${style.code.trim()}</style>`,
    '</head>',
    '<body class="trace-panel">',
    `<script>${script.trim().replace(/<\/(script)/gi, '<\\/$1')}</script>`,
    '</body>',
    '</html>',
    '',
  ];
  return { text: lines.join('\n'), used };
}

function translating(language: Language | null): Plugin[] {
  return language === null ? [] : [language.plugin];
}

async function bundle(options: BuildOptions): Promise<Bundled> {
  const { outputFiles, metafile } = await build({ ...COMMON, ...options, write: false, metafile: true });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  return { text: file.text, used: usedInputs(metafile) };
}

import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { makeFunctionsScript } from '../bundling/functions-script';
import { COMMON } from '../bundling/options';
import { makePanelScripts } from '../bundling/panel-scripts';
import { withPreloads } from '../bundling/preloads';
import type { Language } from '../languages/language';
import { translateManifest } from '../languages/translate-manifest';
import { readPageStyle } from '../bundling/read-page-style';
import { toExcelMetadata } from '../shared/reference';
import { FUNCTIONS } from '../shared/formulas';
import { makePractice, toLogoHtml } from '../shared/panel';
import { toManifest } from './manifest/manifest';
import { OFFICE_SCRIPTS, type OfficeScript } from '../bundling/office-script';
import { developmentSettings, publishedSettings, type ManifestSettings } from './manifest/settings';

const DEFAULT_ADDIN_URL = 'https://localhost:3000';
/** Excel's oldest web views with shared runtimes. They do not support nested CSS rules. */
const CSS_TARGET = ['chrome90', 'safari14'];

interface ExcelAddinBuild {
  readonly outDir: string;
  /** The address of the add-in, used in help links. */
  readonly addinUrl?: string;
  /** The address from which the page loads office.js. */
  readonly officeScript?: OfficeScript;
  /** The language of the panel and of the functions' help; English if absent. */
  readonly language?: Language | null;
}

/**
 * Builds the files that Excel loads. The same sources give the same bytes.
 *
 * @returns every source file that contributed to the scripts
 */
export async function buildExcelAddin(options: ExcelAddinBuild): Promise<readonly string[]> {
  const { outDir, addinUrl = DEFAULT_ADDIN_URL, officeScript = 'hosted', language = null } = options;
  const functions = await makeFunctionsScript();
  const [panel, css, html, missing] = await Promise.all([
    makePanelScripts(functions.version, language),
    readPageStyle(),
    readFile('excel-addin/taskpane.html', 'utf8'),
    makeFirstScript(language),
  ]);
  const style = await transform(css, { loader: 'css', minify: true, target: CSS_TARGET });
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  const toText = (settings: ManifestSettings): string =>
    language === null ? toManifest(settings) : translateManifest(toManifest(settings), language.say);
  const metadata = toExcelMetadata(FUNCTIONS, addinUrl, language?.say);
  const metadataText = `${JSON.stringify(metadata, null, 2)}\n`;
  const page = html
    .replace('lang="en"', `lang="${language?.tag ?? 'en'}"`)
    .replace('Loading…', (text) => language?.say(text) ?? text)
    .replace('<!-- logo -->', toLogoHtml())
    .replace('%office.js%', OFFICE_SCRIPTS[officeScript])
    .replace('%version%', functions.version)
    .replace('%functions%', createHash('sha256').update(metadataText).digest('base64url').slice(0, 12));
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, 'functions.json'), metadataText),
    writeFile(join(outDir, 'office-late.js'), missing),
    writeFile(join(outDir, 'functions.js'), functions.text),
    ...panel.files.map(({ name, text }) => writeFile(join(outDir, name), text)),
    writeFile(join(outDir, 'practice.json'), JSON.stringify(makePractice('errors'))),
    writeFile(join(outDir, 'taskpane.css'), style.code),
    writeFile(join(outDir, 'taskpane.html'), withPreloads(page, panel.first)),
    cp('excel-addin/assets', join(outDir, 'assets'), { recursive: true, filter: (path) => !path.endsWith('.svg') }),
    writeFile(join(outDir, 'manifest.xml'), toText(publishedSettings(version, addinUrl))),
    writeFile(join(outDir, 'manifest.dev.xml'), toText(developmentSettings(version, addinUrl))),
  ]);
  return [...functions.used, ...panel.used];
}

async function makeFirstScript(language: Language | null): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: ['excel-addin/office-late.ts'],
    format: 'iife',
    plugins: language === null ? [] : [language.plugin],
  });
  return outputFiles[0]?.text ?? '';
}

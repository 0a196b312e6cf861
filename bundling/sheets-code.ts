import { build, type BuildOptions } from 'esbuild';
import type { Language } from '../languages/language';
import { FUNCTIONS } from '../shared/formulas';
import { toSheetsStubs } from '../shared/reference';
import { FOR_GOOGLE, type Bundled } from './options';
import { usedInputs } from './used-inputs';

const API_ORIGIN = 'https://api.tracedata.ai';

/** The bundle's only global, besides the functions that Google calls by name. */
const BUNDLE = 'addon';

/**
 * Builds one script. The stubs below the bundle are not minified, because Sheets reads its help from their comments.
 */
export async function makeCode(language: Language | null): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    entryPoints: ['apps-script/main.ts'],
    plugins: language === null ? [] : [language.plugin],
  });
  return {
    text: `${outputFiles[0]!.text}\n${toSheetsStubs(FUNCTIONS, BUNDLE, language?.say)}`,
    used: usedInputs(metafile),
  };
}

/** The custom functions without menu and panel: the baseline for the start of `Code.js`. */
export async function makeFormulasAlone(): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: ['apps-script/formulas/call-function.ts'] });
  return `${outputFiles[0]!.text}\n${toSheetsStubs(FUNCTIONS, BUNDLE)}`;
}

const OPTIONS = {
  ...FOR_GOOGLE,
  globalName: BUNDLE,
  define: { TRACE_API_ORIGIN: JSON.stringify(API_ORIGIN) },
} satisfies BuildOptions;

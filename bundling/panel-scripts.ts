import { basename } from 'node:path';
import { build } from 'esbuild';
import type { Language } from '../languages/language';
import { COMMON } from './options';
import { importedBy } from './preloads';
import { usedInputs } from './used-inputs';

const ENTRY = 'excel-addin/taskpane-main.ts';

interface PanelScripts {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Names of the files needed before the first paint. */
  readonly first: readonly string[];
  /** Every source file that contributed to them. */
  readonly used: readonly string[];
}

/**
 * The panel as modules, without code that only the functions need: nothing in the core runs on load. `taskpane.js`
 * loads the others, whose names change with their content, so that no panel mixes two versions.
 *
 * @param functions the version of the functions on the same page
 * @param language `null`: English
 */
export async function makePanelScripts(functions: string, language: Language | null): Promise<PanelScripts> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: { taskpane: ENTRY },
    outdir: '.',
    chunkNames: 'taskpane-[hash]',
    format: 'esm',
    splitting: true,
    define: { TRACE_FUNCTIONS_VERSION: JSON.stringify(functions) },
    plugins: language === null ? [] : [language.plugin],
  });
  const files = outputFiles.map(({ path, text }) => ({ name: basename(path), text }));
  return { files, first: importedBy(ENTRY, metafile), used: usedInputs(metafile) };
}

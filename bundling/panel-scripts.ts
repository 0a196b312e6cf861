import { basename } from 'node:path';
import { build, type BuildResult, type Plugin } from 'esbuild';
import { LEAVE_OUT_UNUSED } from './leave-out-unused';
import { shrink } from './shrink';
import { usedInputs } from './used-inputs';
import { WITHOUT_HELP_IN_PANEL } from './without-help';
import { SHORT_PRIVATE_NAMES } from './short-private-names';
import { WITHOUT_OTHER_ERRORS } from './without-other-errors';
import { COMMON, QUICK } from './excel-options';
import type { Language } from '../languages/language';

const ENTRY = 'taskpane.js';
/** Without what nothing in the panel reads. */
const SHORT: Plugin[] = [LEAVE_OUT_UNUSED, WITHOUT_HELP_IN_PANEL, WITHOUT_OTHER_ERRORS, SHORT_PRIVATE_NAMES];

interface PanelScripts {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Names of the files that have to be there before the first paint. */
  readonly first: readonly string[];
  /** Every source file of which something is left in them. */
  readonly used: readonly string[];
}

type Bundled = BuildResult<{ write: false; metafile: true }>;

/**
 * The panel as modules, without what only the functions need: nothing in the core runs on load. `taskpane.js` loads the
 * others, whose names change with what they hold, so that no panel mixes two versions.
 *
 * @param isQuick leaves the scripts larger, in a fraction of the time
 * @param language `null`: English
 */
export async function makePanelScripts(isQuick: boolean, language: Language | null): Promise<PanelScripts> {
  const { outputFiles, metafile } = await bundleWith([
    ...(language === null ? [] : [language.plugin]),
    ...(isQuick ? QUICK : SHORT),
  ]);
  const files = outputFiles.map(async ({ path, text }) => ({
    name: basename(path),
    text: isQuick ? text : await shrink(text, 'module'),
  }));
  return { files: await Promise.all(files), first: importedBy(ENTRY, metafile), used: usedInputs(metafile) };
}

function bundleWith(plugins: Plugin[]): Promise<Bundled> {
  return build({
    ...COMMON,
    entryPoints: { taskpane: 'excel-addin/taskpane-main.ts' },
    outdir: '.',
    chunkNames: 'taskpane-[hash]',
    format: 'esm',
    splitting: true,
    plugins,
  });
}

/** A script and all that it imports before it runs. */
function importedBy(name: string, { outputs }: Bundled['metafile']): readonly string[] {
  const imports = outputs[name]?.imports ?? [];
  const imported = imports.flatMap(({ kind, path }) =>
    kind === 'import-statement' ? importedBy(path, { inputs: {}, outputs }) : [],
  );
  return [...new Set([name, ...imported])];
}

import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usedInputs } from '../../../bundling/used-inputs';
import { toEntries } from './entries';

/** Paths are relative to the project, where npm runs its scripts. */
const SCRIPT = 'docs/site/search-box/main.ts';
/** What the oldest web view of Excel with shared runtimes supports. */
const TARGET = 'es2020';

/**
 * Writes the script of every page, and its index as a separate script, which is loaded when the user begins to type.
 * A script, unlike a request, also works if pages are opened from a folder.
 *
 * @returns every source file that contributed to the script
 */
export async function writeSearch(outDir: string, pages: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const index = `globalThis.traceHelp=${JSON.stringify(toEntries(pages))};\n`;
  await writeFile(join(outDir, 'search-index.js'), index);
  const { metafile } = await build({
    entryPoints: [SCRIPT],
    outfile: join(outDir, 'search.js'),
    bundle: true,
    format: 'iife',
    target: TARGET,
    minify: true,
    legalComments: 'inline',
    metafile: true,
  });
  return usedInputs(metafile);
}

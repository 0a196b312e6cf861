import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usedInputs } from '../../../bundling/used-inputs';
import { toEntries } from './entries';

/** Paths are the project's: npm runs its scripts there. */
const SCRIPT = 'docs/site/search-box/main.ts';
/** What the oldest web view of Excel with shared runtimes runs. */
const TARGET = 'es2020';

/**
 * Writes the script of every page, and what it searches as a script of its own, which it loads when somebody begins to
 * type. A script, unlike a request, also works where pages are opened from a folder.
 *
 * @returns every source file of which something is left in the script
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

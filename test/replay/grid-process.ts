import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Histories } from './replay';

/** The packages of the grid's preset that need no page. */
const WITHOUT_PAGE = `export * from '@univerjs/engine-formula'; export * from '@univerjs/sheets';`;

/** Plays enrichments over the web workbook's grid, in a process of its own: its packages load only in one piece. */
export async function replayOnGrid(replay: Histories): Promise<void> {
  // Beside the packages, which it finds by its place.
  const folder = await mkdtemp(join('node_modules', '.trace-grid-'));
  try {
    const preset = join(folder, 'preset.ts');
    await writeFile(preset, WITHOUT_PAGE);
    const outfile = join(folder, 'grid.cjs');
    await build({
      entryPoints: ['test/replay/grid-main.ts'],
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      alias: { '@univerjs/preset-sheets-core': join(process.cwd(), preset) },
      external: ['esbuild'],
      outfile,
    });
    const child = spawn(process.execPath, [outfile, JSON.stringify(replay)], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => void (said += text.toString()));
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) throw new Error(said);
  } finally {
    await rm(folder, { recursive: true });
  }
}

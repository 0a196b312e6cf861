import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** The packages of the preset that the names are in, without those that need a page. */
const WITHOUT_PAGE = `export * from '@univerjs/engine-formula'; export * from '@univerjs/sheets';`;

it('a name of the grid follows its column as one of Excel does, and is kept with the workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trace-grid-'));
  try {
    const preset = join(folder, 'preset.ts');
    writeFileSync(preset, WITHOUT_PAGE);
    const outfile = join(folder, 'names.cjs');
    buildSync({
      entryPoints: ['test/workbook/grid/names-of-grid.ts'],
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
      alias: { '@univerjs/preset-sheets-core': preset },
      external: ['@univerjs/*'],
      outfile,
    });
    const env = { ...process.env, NODE_PATH: resolve('node_modules') };
    const seen: unknown = JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8', env }));
    expect(seen).toEqual([
      'added: shown, leads column 2',
      'hidden: hidden, leads column 2',
      'inserted on the left: hidden, leads column 3',
      'dragged: hidden, leads column 1',
      'cut and pasted: hidden, leads column 6',
      'renamed: hidden, leads column 6',
      'duplicated: hidden, leads column 6',
      'opened again: [[true,6]]',
      'deleted: hidden, nowhere',
      'removed: none',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

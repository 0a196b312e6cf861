import { build } from 'esbuild';
import { WITHOUT_UNUSED_PARTS } from '../../workbook/unused-parts';

/** Its title becomes the time until the sheet is drawn, in milliseconds. */
const CONTENTS = `
import { LifecycleStages } from '@univerjs/core';
import { startGrid } from './workbook/grid/grid';

const { api } = startGrid('grid', false);
api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
  if (stage === LifecycleStages.Rendered) requestAnimationFrame(() => (document.title = performance.now()));
});
api.createWorkbook({});`;

/** The open-source grid alone, with a blank sheet, bundled as the workbook is: what its page takes at least. */
export async function makeBareGrid(): Promise<{ readonly page: string; readonly script: string }> {
  const { outputFiles } = await build({
    stdin: { contents: CONTENTS, resolveDir: '.', loader: 'ts' },
    outdir: 'grid',
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    plugins: [WITHOUT_UNUSED_PARTS],
  });
  const script = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
  return {
    page: '<!doctype html><title></title><div id="grid" style="height: 100vh"></div><script src="bare-grid.js"></script>',
    script,
  };
}

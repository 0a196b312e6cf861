import { buildSync } from 'esbuild';
import type { BulkHost, PageHost } from '../../../shared/ports';
import * as errors from '../../../shared/errors/trace-error';
import { keptText, stateOfFolders } from '../kept-text';

interface PanelModule {
  makePanelHost(): PageHost;
  makeBulkHost(): BulkHost;
}

let script: string | null = null;

/**
 * The panel's host in a page of its own, with the modules of its own that a page has. Only the class of errors is the
 * test's, since what catches them here runs in the same page.
 *
 * @param own what the page sees under these names; all else is the test's
 */
export function loadPanel(own: Readonly<Record<string, unknown>> = {}): PanelModule {
  script ??= keptText('panel', stateOfFolders(['excel-addin', 'shared']), bundle);
  const module = { exports: {} as PanelModule };
  const evaluate = new Function('require', 'module', ...Object.keys(own), script) as (...given: unknown[]) => void;
  evaluate(() => errors, module, ...Object.values(own));
  return module.exports;
}

/** The panel's, and the one that it loads to fill columns. */
const SCRIPTS = `
  export { makePanelHost } from './panel-host';
  export { makeBulkHost } from './bulk/bulk-host';
`;

/** To load some two hundred modules again takes longer than all that a page does. */
function bundle(): string {
  const { outputFiles } = buildSync({
    stdin: { contents: SCRIPTS, resolveDir: 'excel-addin' },
    ...{ bundle: true, write: false, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'error' },
    external: ['*/trace-error'],
  });
  return outputFiles[0]!.text;
}

import { buildSync } from 'esbuild';
import type { BulkHost, PageHost } from '../../../shared/ports';
import * as errors from '../../../shared/errors/trace-error';
import { keptText, stateOfFolders } from '../kept-text';

interface PanelModule {
  makePanelHost(): PageHost;
  makeBulkHost(): BulkHost;
}

type Evaluate = (need: () => unknown, into: { exports: PanelModule }) => void;

/** Compiled once: each call makes all modules anew. */
let evaluate: Evaluate | null = null;

/**
 * The panel's host in a page of its own, with the modules of its own that a page has. Only the class of errors is the
 * test's, since what catches them here runs in the same page.
 */
export function loadPanel(): PanelModule {
  evaluate ??= new Function('require', 'module', bundled()) as Evaluate;
  const module = { exports: {} as PanelModule };
  evaluate(() => errors, module);
  return module.exports;
}

function bundled(): string {
  return keptText('panel', stateOfFolders(['excel-addin', 'shared']), bundle);
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

import { buildSync } from 'esbuild';
import type { BulkHost, PanelHost } from '../../../shared/ports';
import * as errors from '../../../shared/errors/trace-error';
import { keptText, stateOfFolders } from '../kept-text';

interface PanelModule {
  makePanelHost(): PanelHost;
  makeBulkHost(): BulkHost;
  noteOpen(isOpen: boolean): void;
}

type Evaluate = (need: () => unknown, into: { exports: PanelModule }, ...own: readonly unknown[]) => void;

/** Compiled once for each set of own names; each call creates all modules again. */
const compiled = new Map<string, Evaluate>();

/**
 * The panel's host in a separate page, with its own copies of the modules. Only the error class is the test's, since
 * what catches errors here runs in the same page.
 *
 * @param own what the page sees under these names; everything else is the test's
 */
export function loadPanel(own: Readonly<Record<string, unknown>> = {}): PanelModule {
  const names = Object.keys(own);
  const evaluate = compiled.get(names.join()) ?? (new Function('require', 'module', ...names, bundled()) as Evaluate);
  compiled.set(names.join(), evaluate);
  const module = { exports: {} as PanelModule };
  evaluate(() => errors, module, ...Object.values(own));
  return module.exports;
}

function bundled(): string {
  return keptText('panel', stateOfFolders(['excel-addin', 'shared']), bundle);
}

/** The panel's script, and the one that it loads to fill columns. */
const SCRIPTS = `
  export { makePanelHost } from './panel/panel-host';
  export { makeBulkHost } from './bulk/bulk-host';
  export { noteOpen } from './panel/panel-open';
`;

/** Loading about 200 modules again takes longer than everything else that a page does. */
function bundle(): string {
  const { outputFiles } = buildSync({
    stdin: { contents: SCRIPTS, resolveDir: 'excel-addin' },
    ...{ bundle: true, write: false, format: 'cjs', platform: 'node', target: 'node20', logLevel: 'error' },
    external: ['*/trace-error'],
  });
  return outputFiles[0]!.text;
}

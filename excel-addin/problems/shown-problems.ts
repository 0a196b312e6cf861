import type { PanelMessages } from '../../shared/ports';

type Problems = PanelMessages['problems']['value'];

/**
 * Set by a grid's page to report what its cells show, including cells that were calculated before the page was
 * opened.
 */
const PROBLEMS = Symbol.for('trace.problems');
const page = globalThis as { [PROBLEMS]?: () => Problems };

export async function readProblems(): Promise<Problems> {
  if (page[PROBLEMS] !== undefined) return page[PROBLEMS]();
  return (await import('./retry-problems')).countProblems();
}

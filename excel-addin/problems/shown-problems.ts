import type { PanelMessages } from '../../shared/ports';

type Problems = PanelMessages['problems']['value'];

/** Where the page of a grid tells what its cells say, also those that were calculated before it was opened. */
const PROBLEMS = Symbol.for('trace.problems');
const page = globalThis as { [PROBLEMS]?: () => Problems };

export async function readProblems(): Promise<Problems> {
  if (page[PROBLEMS] !== undefined) return page[PROBLEMS]();
  return (await import('./retry-problems')).countProblems();
}

import type { PageMessages } from '../shared/ports';
import { countProblems } from './retry-problems';

type Problems = PageMessages['problems']['value'];

/** Where the page of a grid tells what its cells say: Excel tells no add-in more than that they show an error. */
const PROBLEMS = Symbol.for('trace.problems');
const page = globalThis as { [PROBLEMS]?: () => Problems };

export async function readProblems(): Promise<Problems> {
  if (page[PROBLEMS] !== undefined) return page[PROBLEMS]();
  const cells = await countProblems();
  return cells === 0 ? [] : [['', cells]];
}

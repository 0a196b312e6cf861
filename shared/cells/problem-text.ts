/** The start of every problem that is a cell's text, so that formulas and people can find it. */
export const PROBLEM_PREFIX = '#TRACE: ';

/**
 * The problem that a cell shows, from its prefix on; `null`: none. A formula's own cell may show more before it, as
 * `="Tech: "&…` does.
 */
export function problemIn(value: unknown, isOwn: boolean): string | null {
  const at = typeof value === 'string' ? value.indexOf(PROBLEM_PREFIX) : -1;
  return at === 0 || (at > 0 && isOwn) ? String(value).slice(at) : null;
}

/** The sentence of a problem, with or without its prefix. */
export function withoutPrefix(problem: string): string {
  return problem.startsWith(PROBLEM_PREFIX) ? problem.slice(PROBLEM_PREFIX.length) : problem;
}

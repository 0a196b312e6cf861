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

/** A few words, as in `Wird geladen…`. A longer text that ends so was cut, such as a description. */
const LOADING = /^[\p{L}\p{M}'’\u200c\u200d-]+(?:\s[\p{L}\p{M}'’\u200c\u200d-]+){0,3}\s?(?:\.{3}|…)$/u;

/**
 * Google shows a cell that is still calculating as `Loading...`, in the user's language. Seen in the code of add-ons;
 * not documented.
 */
export function isLoading(text: string): boolean {
  return text === '(preview)' || LOADING.test(text);
}

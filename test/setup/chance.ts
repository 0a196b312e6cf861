/**
 * Properties try the same examples each time, so that a failure is caused by a change; `npm run replay` tries others.
 */
export const SEED = Number(process.env['TRACE_SEED'] ?? 1);

/**
 * How many examples are tried: the usual number in `npm test`, and at least as many as `npm run replay -- --runs`
 * says.
 */
export function times(usual: number): number {
  return Math.max(usual, Number(process.env['TRACE_RUNS'] ?? 0));
}

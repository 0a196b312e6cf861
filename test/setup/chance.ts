/** Properties try the same examples each time, so that a failure is the doing of a change; `npm run replay` tries others. */
export const SEED = Number(process.env['TRACE_SEED'] ?? 1);

/** How many histories are played: as many as usual in `npm test`, several times as many where `npm run replay` says so. */
export function times(usual: number): number {
  return Math.ceil(usual * Number(process.env['TRACE_TIMES'] ?? 1));
}

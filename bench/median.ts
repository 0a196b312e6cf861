/** The median of several measurements: on shared machines a single one says little. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

/** The median time in milliseconds. */
export function medianMs(runs: number, measured: () => void): number {
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      measured();
      return performance.now() - start;
    }),
  );
}

/** The time in milliseconds. */
export async function tookMs(measured: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await measured();
  return performance.now() - start;
}

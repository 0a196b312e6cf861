/** The middle of several measurements, in milliseconds: machines are shared, so single ones say little. */
export function medianMs(runs: number, measured: () => void): number {
  const durations = Array.from({ length: runs }, () => {
    const start = process.hrtime.bigint();
    measured();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  durations.sort((a, b) => a - b);
  return durations[Math.floor(runs / 2)]!;
}

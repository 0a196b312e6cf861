/** What *Retry problems* did. */
export function toRetryText(cells: number): string {
  if (cells === 0) return 'No Trace cell shows a problem.';
  return cells === 1 ? '1 cell is calculated again.' : `${cells.toLocaleString('en-US')} cells are calculated again.`;
}

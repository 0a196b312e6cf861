import { count, plural } from './count';
import type { Reason } from './problem-reasons';

/** @param reasons `null`: unknown */
export function toProblemsText(reasons: readonly Reason[] | null): string {
  if (reasons === null) return 'Asks Trace again for cells that show a problem. Other cells stay as they are.';
  const cells = reasons.reduce((sum, reason) => sum + reason.cells, 0);
  if (cells === 0) return 'No Trace cell shows a problem.';
  const shows = `${count(cells, 'cell shows', 'cells show')} a problem.`;
  const helps = new Set(reasons.map(({ help }) => help));
  if (helps.has('retry') || helps.has('key')) return shows;
  return helps.has('correct')
    ? `${shows} Select a cell to see what to correct.`
    : `${shows} Fetch ${plural(cells, 'it', 'them')} under Waiting cells.`;
}

/** How many cells there are for each reason. */
export function toProblemLines(reasons: readonly Reason[]): readonly (readonly [title: string, cells: string])[] {
  return reasons.map(({ title, cells }) => [title === '' ? 'Other' : title, cells.toLocaleString('en-US')]);
}

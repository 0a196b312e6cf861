/** More do not fit a line. */
const MOST_TOLD = 2;

/** What cells say, the most frequent sentences first, in one line. @param cells how many show each sentence */
export function toSummary(cells: ReadonlyMap<string, number>): string {
  const told = [...cells].sort(([, one], [, other]) => other - one);
  const all = told.reduce((sum, [, count]) => sum + count, 0);
  if (told.length === 0) return '';
  if (told.length === 1) return `${all === 1 ? '1 cell shows' : `${say(all)} cells show`} a problem: ${told[0]![0]}`;
  const first = told.slice(0, MOST_TOLD).map(([sentence, count]) => `${countCells(count)}: ${sentence}`);
  const others = told.slice(MOST_TOLD).reduce((sum, [, count]) => sum + count, 0);
  const rest = others === 0 ? [] : [`${countCells(others)}: other problems.`];
  return [`${say(all)} cells show ${say(told.length)} problems.`, ...first, ...rest].join(' ');
}

function countCells(count: number): string {
  return count === 1 ? '1 cell' : `${say(count)} cells`;
}

function say(count: number): string {
  return count.toLocaleString('en-US');
}

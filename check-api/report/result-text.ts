import type { Difference } from '../compare';
import { countDifferences, type Findings, type Result } from '../results';

/** The findings for people. */
export function resultText(findings: Findings): string {
  const { results, stopped, leftBehind } = findings;
  const checked = results.filter(({ judgement }) => judgement !== null);
  const count = countDifferences(findings);
  return [
    ...results.flatMap(linesOf),
    '',
    ...(stopped === null ? [] : [stopped]),
    ...(leftBehind === null ? [] : [leftBehind]),
    `${checked.length} of ${results.length} operations checked, ${count} ${count === 1 ? 'difference' : 'differences'}.`,
    '',
  ].join('\n');
}

function linesOf({ operation, judgement, reason }: Result): readonly string[] {
  if (judgement === null) return [`-  ${operation.name}: not checked, ${reason}`];
  const { differences, unseen } = judgement;
  const mark = differences.length === 0 ? 'ok' : '!!';
  const empty = unseen.length === 0 ? '' : ` (nothing to compare in ${unseen.join(', ')})`;
  return [`${mark} ${operation.name}${empty}`, ...differences.map((difference) => `     ${lineOf(difference)}`)];
}

function lineOf({ is, path, standing, expected, found }: Difference): string {
  const place = path === '' ? '' : ` ${path}`;
  return `${is}${place}: ${standing} ${expected}, found ${found}`;
}

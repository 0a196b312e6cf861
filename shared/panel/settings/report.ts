import { maskKeysIn } from '../../errors/mask-keys';
import { toReasons } from '../state/problem-reasons';
import { toOutcomeText } from './request-text';
import { toFormulasText, toRunsText } from '../state/spending-text';
import type { Examined } from './examine';
import type { Finding } from './findings';

const MOST_REQUESTS = 20;
const MOST_SENTENCES = 30;

/**
 * What was found as a text for support: no key, no part of one, and no company, sheet or sentence of a cell.
 *
 * @param withCells whether what cells say is in it, which may name companies
 */
export function toReport(examined: Examined, findings: readonly Finding[], withCells: boolean): string {
  const { atMs, key, tookMs, problems, status, requests } = examined;
  const shown = problems?.ok === true ? problems.value : [];
  const lines = [
    `Trace diagnosis, ${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `Key: ${!key.ok ? 'unknown' : key.value.hasKey ? `${key.value.keyClass}, ${key.value.standing}` : 'none'}`,
    `Service: ${serviceText(examined)}, ${Math.round(tookMs)} ms`,
    ...(status === null
      ? []
      : [
          `Formulas today: ${toFormulasText(status)} (${status.policy.mode})`,
          `Enrichments today: ${toRunsText(status)}`,
          `Waiting: ${status.waiting.cells}`,
        ]),
    '',
    findings.length === 0 ? 'Nothing found.' : 'Found:',
    ...findings.map(({ title }) => `- ${title}`),
    '',
    'Cells with problems:',
    ...listed(toReasons(shown).map(({ title, cells }) => `- ${title === '' ? 'unknown' : title}: ${cells}`)),
    ...(withCells ? shown.slice(0, MOST_SENTENCES).map(([sentence, cells]) => `- ${cells} × ${sentence}`) : []),
    '',
    'Last requests:',
    ...listed(
      requests
        .slice(0, MOST_REQUESTS)
        .map((each) => `- ${each.operation}: ${toOutcomeText(each)}, ${Math.round(each.durationMs)} ms`),
    ),
  ];
  return maskKeysIn(lines.join('\n'));
}

function listed(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['- none'] : lines;
}

function serviceText({ verdict }: Examined): string {
  if (verdict === null) return 'not asked';
  return verdict.ok ? verdict.value.is : 'not asked, the host refused';
}

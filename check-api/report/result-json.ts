import { countDifferences, type Findings } from '../results';

/** The findings for programs, without a value of any answer. */
export function resultJson(findings: Findings, origin: string, credits: number): string {
  const operations = findings.results.map(({ operation, judgement, reason }) => ({
    operation: operation.name,
    method: operation.method,
    path: `/v1${operation.path}`,
    route: operation.standing,
    answer: operation.answer.standing,
    isChecked: judgement !== null,
    reason,
    status: judgement?.status ?? null,
    differences: judgement?.differences ?? [],
    unseen: judgement?.unseen ?? [],
  }));
  const { stopped, leftBehind } = findings;
  const announced = { service: origin, creditsAtMost: credits };
  const all = { ...announced, stopped, leftBehind, differences: countDifferences(findings), operations };
  return `${JSON.stringify(all, null, 2)}\n`;
}

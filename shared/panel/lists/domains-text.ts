import { readArray, readObject } from '../../client/json';
import type { ChangedDomains, DomainsPart } from '../../actions/list-domains';
import { say } from '../../errors/say';
import { count, isolated } from '../common/words';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { domainsOf } from '../common/companies';

/** What is done to the companies of a selection. */
export type DomainsChange = 'addDomains' | 'excludeDomains';

/** What several actions in a row have done. */
export interface SentDomains extends ChangedDomains {
  /** Why the next action failed, as a sentence; absent: none did. */
  readonly problem?: string;
}

/** What takes a change back. */
export const OPPOSITE: Readonly<Record<DomainsChange, DomainsChange>> = {
  addDomains: 'excludeDomains',
  excludeDomains: 'addDomains',
};

const DONE: Readonly<Record<DomainsChange, string>> = { addDomains: 'added', excludeDomains: 'excluded' };
const BEFORE: Readonly<Record<DomainsChange, string>> = {
  addDomains: 'already in the list',
  excludeDomains: 'already excluded',
};

/** What happened to the domains, in one sentence. The service's answer is undocumented, so it may say nothing. */
export function toChangedText(change: DomainsChange, { parts, refused }: ChangedDomains): string {
  const done = parts.filter((part) => part.is === 'done');
  const sent = done.reduce((sum, { domains }) => sum + domains.length, 0);
  if (sent === 0) return '';
  const counts = [
    [countIn(done, DONE[change]), DONE[change]],
    [countIn(done, 'unchanged'), BEFORE[change]],
    [countIn(done, 'not_tracked'), 'not tracked by Trace'],
    [refused.length, 'skipped'],
  ] as const;
  const told = counts.flatMap(([number, words]) => (number > 0 ? [`${number.toLocaleString('en-US')} ${words}`] : []));
  return told.length === 0 ? `${count(sent, 'company', 'companies')} ${DONE[change]}.` : `${told.join(', ')}.`;
}

/** The domains that the service names as changed. Undoing the others would change what they were before. */
export function changedBy(change: DomainsChange, { parts }: ChangedDomains): readonly string[] {
  return parts.flatMap((part) => {
    const changed = part.is === 'done' ? readArray(readObject(part.answer)?.[DONE[change]]) : null;
    return part.domains.filter((domain) => changed?.includes(domain));
  });
}

/** What happened when a change was undone. @param by what undid it */
export function toUndoneText(by: DomainsChange, changed: ChangedDomains): string {
  const text = toChangedText(by, changed);
  if (text === '') return '';
  const stays = by === 'excludeDomains' ? ' They stay out of the list until you add them again.' : '';
  return `Undone: ${text}${stays}`;
}

/** The domains that were not accepted, or not sent, and why; `null`: all were. */
export function leftOf({
  parts,
  problem,
}: SentDomains): { readonly domains: readonly string[]; readonly sentence: string } | null {
  const left = parts.filter((part) => part.is !== 'done');
  if (left.length === 0) return null;
  const [failed] = left.filter((part) => part.is === 'failed');
  const domains = left.flatMap((part) => part.domains);
  const what = `${count(domains.length, 'company was', 'companies were')} not sent.`;
  const why = failed === undefined ? problem : say(failed.error, 'action');
  return { domains, sentence: why === undefined ? what : `${what} ${why}` };
}

/** How many companies the answers list under a name. */
function countIn(parts: readonly DomainsPart[], name: string): number {
  return parts.reduce((sum, part) => {
    const answer = readObject(part.is === 'done' ? part.answer : null);
    return sum + (readArray(answer?.[name])?.length ?? 0);
  }, 0);
}

interface ChosenCompanies {
  /** The companies of the selected cells; of one cell, the company of its row. */
  readonly domains: readonly string[];
  /** All companies of the column, where only one cell is selected. */
  readonly column: readonly string[];
}

/** @param most so many can be sent at once */
export function chooseCompanies(selected: SelectedColumn | null, most: number): ChosenCompanies {
  if (selected === null) return { domains: [], column: [] };
  const all = domainsOf(selected).domains.slice(0, most);
  if (!selected.isWidened) return { domains: all, column: [] };
  const { triage, selectedRow } = selected;
  const rows = triage.rows.filter(({ row }) => row === selectedRow);
  return { domains: domainsOf({ triage: { ...triage, rows } }).domains, column: all };
}

/** `stripe.com`, or `2 companies`. */
export function nameCompanies(domains: readonly string[]): string {
  const [only] = domains;
  return only !== undefined && domains.length === 1 ? isolated(only) : count(domains.length, 'company', 'companies');
}

/** What one selected cell stands for. */
export function toOneCellText(selected: SelectedColumn, { domains }: ChosenCompanies): string {
  const row = selected.selectedRow + 1;
  const [only] = domains;
  return only === undefined
    ? `One cell is selected. Row ${row} names no company.`
    : `One cell is selected: row ${row}, ${isolated(only)}. Select more cells for more companies.`;
}

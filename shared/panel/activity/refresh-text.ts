import type { RefreshPart, RefreshRecord } from '../../actions/refresh-record';
import type { JobDomain } from '../../client/resources/jobs';
import { fromKept } from '../../errors/kept-error';
import { say } from '../../errors/say';
import { count, toDayText } from '../common/words';
import { toUsedText } from '../common/credits-used';
import type { CompanyPrice } from '../../credits/company-price';
import type { Refetched } from './refetch';

/** No page documents the service's words; these mean in every service that a domain is over. */
const FAILED = /fail|error|not_tracked|unknown/i;
const OVER = new RegExp(`complete|done|finish|success|skip|${FAILED.source}`, 'i');

/** All companies of a refresh: those that were sent, or that its jobs name. */
export function domainsOfRecord({ parts }: RefreshRecord): readonly string[] {
  return [...new Set(parts.flatMap(domainsOfPart))];
}

/** Those of jobs that came to their end, without those that the service says have failed. */
export function crawledOf({ parts }: RefreshRecord): readonly string[] {
  return [
    ...new Set(
      parts.flatMap((part) => {
        if (part.is !== 'finished') return [];
        const failed = new Set(
          part.answers.flatMap(({ domain, status }) => (FAILED.test(status ?? '') ? [domain] : [])),
        );
        return domainsOfPart(part).filter((domain) => !failed.has(domain));
      }),
    ),
  ];
}

export function isOver({ parts }: RefreshRecord): boolean {
  return parts.every(({ is }) => is === 'finished' || is === 'failed');
}

/** Whether there is something to look at, or to send. @param isAgreed whether a person started it in this session */
export function mayBeSent({ parts }: RefreshRecord, isAgreed: boolean): boolean {
  return parts.some(({ is }) => is === 'running' || (isAgreed && is === 'unsent'));
}

/** The part of a stored refresh that may be asked about without a person's word: anybody may have written the rest. */
export function withoutUnsent(record: RefreshRecord): RefreshRecord {
  return { ...record, parts: record.parts.filter(({ is }) => is !== 'unsent') };
}

export function withUnsentOf(record: RefreshRecord, before: RefreshRecord): RefreshRecord {
  return { ...record, parts: [...record.parts, ...before.parts.filter(({ is }) => is === 'unsent')] };
}

/** How many companies of a refresh are over, as far as can be told. */
export function progressOf({ parts }: RefreshRecord): { readonly done: number; readonly all: number } {
  let [done, all] = [0, 0];
  for (const part of parts) {
    const domains = domainsOfPart(part);
    all += domains.length;
    if (part.is === 'finished' || part.is === 'failed') done += domains.length;
    else done += part.answers.filter(({ status }) => status !== null && OVER.test(status)).length;
  }
  return { done, all };
}

/** The state of a refresh, as one line. */
export function toRefreshTitle(record: RefreshRecord): string {
  const { done, all } = progressOf(record);
  if (isOver(record)) {
    const crawledCount = crawledOf(record).length;
    const failed = domainsOfRecord(record).length - crawledCount;
    if (crawledCount === 0) return `Not refreshed: ${count(all, 'company', 'companies')}`;
    const crawled = `Refreshed: ${count(crawledCount, 'company', 'companies')}`;
    return failed === 0 ? crawled : `${crawled}, ${failed.toLocaleString('en-US')} not`;
  }
  return all === 0
    ? 'Refreshing…'
    : `Refreshing: ${done.toLocaleString('en-US')} of ${count(all, 'company', 'companies')}`;
}

/** Problems of its jobs as sentences, without repeats. */
export function problemsOf({ parts }: RefreshRecord): readonly string[] {
  const errors = parts.flatMap(({ problem }) => fromKept(problem) ?? []);
  return [...new Set(errors.map((error) => say(error, 'action')))];
}

/** What is said of each company, those with a detail first. */
export function answersOf({ parts }: RefreshRecord): readonly JobDomain[] {
  const answers = parts.flatMap((part) => {
    const told = new Map(part.answers.map((answer) => [answer.domain, answer]));
    const word = { unsent: 'not sent', running: 'waiting', finished: 'done', failed: 'failed' }[part.is];
    return domainsOfPart(part).map((domain) => told.get(domain) ?? { domain, status: word, detail: null });
  });
  return [...answers].sort((one, other) => Number(one.detail === null) - Number(other.detail === null));
}

function domainsOfPart({ domains, answers }: RefreshPart): readonly string[] {
  return domains.length > 0 ? domains : answers.map(({ domain }) => domain);
}

/** The label of the button that fetches companies again. */
export function toRefetchLabel(companies: number, { credits, freeUntilMs }: CompanyPrice): string {
  const what = `Refetch ${count(companies, 'company', 'companies')}`;
  if (credits > 0) return `${what} · up to ${count(credits, 'credit', 'credits')}`;
  return freeUntilMs === null ? `${what} · free` : `${what} · free until ${toDayText(freeUntilMs)}`;
}

/** Why some of them are missing; `''`: none is. */
export function toMissingText(asked: number, { answered, problem }: Pick<Refetched, 'answered' | 'problem'>): string {
  if (problem === null) return '';
  return `${count(asked - answered, 'company is', 'companies are')} missing. ${say(problem, 'action')}`;
}

/** What fetching them again did. */
export function toRefetchedText(refetched: Refetched): string {
  const { answered, credits, unsure, problem } = refetched;
  return `${count(answered, 'company', 'companies')} fetched, ${toUsedText(credits, unsure, problem)}. ${toComparedText(refetched)}`;
}

function toComparedText({ changes, compared, answered }: Refetched): string {
  if (changes.length > 0) return `${count(changes.length, 'company is', 'companies are')} different:`;
  if (compared === answered) return 'Nothing is different from the saved answers.';
  if (compared === 0) return 'No earlier answer is saved to compare with.';
  return `Nothing is different for ${count(compared, 'company', 'companies')} with an earlier answer.`;
}

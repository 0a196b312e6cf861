import type { RescanPart, RescanRecord } from '../../actions/rescan-record';
import type { JobDomain } from '../../client/resources/jobs';
import { fromKept } from '../../errors/kept-error';
import { say } from '../../errors/say';
import { count } from '../common/words';

/** No page documents the service's words; in every service, these mean that a domain is done. */
const FAILED = /fail|error|not_tracked|unknown/i;
const OVER = new RegExp(`complete|done|finish|success|skip|${FAILED.source}`, 'i');

/** All companies of a rescan: the ones that were sent, or that its jobs name. */
export function domainsOfRecord({ parts }: RescanRecord): readonly string[] {
  return [...new Set(parts.flatMap(domainsOfPart))];
}

/** The companies of finished jobs, without the ones that failed according to the service. */
export function rescannedOf({ parts }: RescanRecord): readonly string[] {
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

export function isOver({ parts }: RescanRecord): boolean {
  return parts.every(({ is }) => is === 'finished' || is === 'failed');
}

/** Whether there is something to check or send. @param isAgreed whether the person started it in this session */
export function mayBeSent({ parts }: RescanRecord, isAgreed: boolean): boolean {
  return parts.some(({ is }) => is === 'running' || (isAgreed && is === 'unsent'));
}

/** The part of a stored rescan that needs no new consent. Anyone may have written the rest. */
export function withoutUnsent(record: RescanRecord): RescanRecord {
  return { ...record, parts: record.parts.filter(({ is }) => is !== 'unsent') };
}

export function withUnsentOf(record: RescanRecord, before: RescanRecord): RescanRecord {
  return { ...record, parts: [...record.parts, ...before.parts.filter(({ is }) => is === 'unsent')] };
}

/** How many companies of a rescan are done, as far as the service says. */
export function progressOf({ parts }: RescanRecord): { readonly done: number; readonly all: number } {
  let [done, all] = [0, 0];
  for (const part of parts) {
    const domains = domainsOfPart(part);
    all += domains.length;
    if (part.is === 'finished' || part.is === 'failed') done += domains.length;
    else done += part.answers.filter(({ status }) => status !== null && OVER.test(status)).length;
  }
  return { done, all };
}

/** The state of a rescan in one line. */
export function toRescanTitle(record: RescanRecord): string {
  const { done, all } = progressOf(record);
  if (isOver(record)) {
    const rescanned = rescannedOf(record).length;
    const failed = domainsOfRecord(record).length - rescanned;
    if (rescanned === 0) return `${count(all, 'company', 'companies')} could not be rescanned.`;
    const title = `${count(rescanned, 'company was', 'companies were')} rescanned`;
    return failed === 0 ? `${title}.` : `${title}, ${count(failed, 'was', 'were')} not.`;
  }
  return all === 0
    ? 'Rescanning…'
    : `Rescanning: ${done.toLocaleString('en-US')} of ${count(all, 'company', 'companies')}`;
}

/** Problems of its jobs as sentences, without repeats. */
export function problemsOf({ parts }: RescanRecord): readonly string[] {
  const errors = parts.flatMap(({ problem }) => fromKept(problem) ?? []);
  return [...new Set(errors.map((error) => say(error, 'action')))];
}

/** The service's word about each company, the ones with a detail first. */
export function answersOf({ parts }: RescanRecord): readonly JobDomain[] {
  const answers = parts.flatMap((part) => {
    const told = new Map(part.answers.map((answer) => [answer.domain, answer]));
    const word = { unsent: 'not sent', running: 'waiting', finished: 'done', failed: 'failed' }[part.is];
    return domainsOfPart(part).map((domain) => told.get(domain) ?? { domain, status: word, detail: null });
  });
  return [...answers].sort((one, other) => Number(one.detail === null) - Number(other.detail === null));
}

function domainsOfPart({ domains, answers }: RescanPart): readonly string[] {
  return domains.length > 0 ? domains : answers.map(({ domain }) => domain);
}

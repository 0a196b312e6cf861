import type { CompanyRecord } from '../../client/resources/companies';
import type { LookupOutcome } from '../../records/outcome';
import { compareAnswers, type Change, type CompanyAnswer } from './compare-answers';

/** What was found out about each company, by domain. */
export type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** The changes of the companies that have two answers, and how many these are. */
export interface Compared {
  readonly changes: readonly Change[];
  readonly compared: number;
}

/** A company with only one answer, or with answers of which the newer one claims to be older, is not compared. */
export function compareAll(domains: readonly string[], before: Outcomes, after: Outcomes): Compared {
  const changes: Change[] = [];
  let compared = 0;
  for (const domain of domains) {
    const [was, is] = [before.get(domain), after.get(domain)];
    if (was?.is === 'notTracked' && is?.is === 'notTracked') compared += 1;
    if (was?.is !== 'found' || is?.is !== 'found' || is.asOfMs < was.asOfMs) continue;
    compared += 1;
    changes.push(...compareAnswers(domain, toAnswer(was), toAnswer(is)));
  }
  return { changes, compared };
}

function toAnswer({ record, asOfMs }: Extract<LookupOutcome, { is: 'found' }>): CompanyAnswer {
  return { record: record as CompanyRecord, asOfMs };
}

import { findByDomain } from '../data/companies';
import type { Company } from '../data/company';
import { momentToTimestamp } from '../data/days';
import type { SavedList } from '../lists/saved-list';
import { jsonReply } from '../reply';
import { readDomainBatch } from './domain-batch';
import { changeableListOfPath } from './list-of-path';
import type { Answer, Call } from './route';

/** Adds companies to a list, whatever its definition says, and removes them from the excluded ones. */
export function addDomains(call: Call): Answer<'lists.addDomains'> {
  const { changed, others, change } = moveDomains(call, 'added', 'excluded');
  return { reply: jsonReply(200, { added: changed, ...others }), charged: [], change };
}

/** Excludes companies from a list, whatever its definition says, and removes them from the added ones. */
export function excludeDomains(call: Call): Answer<'lists.excludeDomains'> {
  const { changed, others, change } = moveDomains(call, 'excluded', 'added');
  return { reply: jsonReply(200, { excluded: changed, ...others }), charged: [], change };
}

type Part = 'added' | 'excluded';

function moveDomains(call: Call, into: Part, outOf: Part) {
  const { domains } = readDomainBatch(call.body);
  const list = changeableListOfPath(call);
  const { changed, unchanged, notTracked, companies } = sortOut(domains, list[into]);
  const next = { ...list, [into]: [...list[into], ...companies], [outOf]: without(list[outOf], companies) };
  return { changed, others: { unchanged, not_tracked: notTracked }, change: () => keep(call, next) };
}

/** The domains by outcome. `companies` are those that change, without repeats. */
function sortOut(domains: readonly string[], already: readonly Company[]) {
  const changed: string[] = [];
  const unchanged: string[] = [];
  const notTracked: string[] = [];
  const companies: Company[] = [];
  const places = new Set(already.map(({ id }) => id));
  for (const domain of domains) {
    const company = findByDomain(domain);
    if (company === null) notTracked.push(domain);
    else if (places.has(company.id)) unchanged.push(domain);
    else {
      places.add(company.id);
      companies.push(company);
      changed.push(domain);
    }
  }
  return { changed, unchanged, notTracked, companies };
}

function keep({ books, nowMs }: Call, list: SavedList): void {
  books.lists.replace({ ...list, updatedAt: momentToTimestamp(nowMs) });
}

/** Compared by id, because a numbered company is computed again each time. */
function without(list: readonly Company[], others: readonly Company[]): readonly Company[] {
  return list.filter(({ id }) => !others.some((other) => other.id === id));
}

import { count } from '../count';
import { toUsedText } from '../credits-used';
import { toDayText } from '../day-text';
import type { Refetched, RefetchPrice } from './refetch';

/** The label of the button that fetches companies again. */
export function toRefetchLabel(companies: number, { credits, freeUntilMs }: RefetchPrice): string {
  const what = `Refetch ${count(companies, 'company', 'companies')}`;
  if (credits > 0) return `${what} · up to ${count(credits, 'credit', 'credits')}`;
  return freeUntilMs === null ? `${what} · free` : `${what} · free until ${toDayText(freeUntilMs)}`;
}

/** What fetching them again did. */
export function toRefetchedText({ answered, credits, unsure, changes }: Omit<Refetched, 'problem'>): string {
  const different =
    changes.length === 0
      ? 'Nothing is different from the saved answers.'
      : `${count(changes.length, 'company is', 'companies are')} different:`;
  return `${count(answered, 'company', 'companies')} fetched, ${toUsedText(credits, unsure)}. ${different}`;
}

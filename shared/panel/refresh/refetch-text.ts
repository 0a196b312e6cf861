import { say } from '../../errors/say';
import { count } from '../count';
import { toUsedText } from '../credits-used';
import { toDayText } from '../day-text';
import type { CompanyPrice } from '../../credits/company-price';
import type { Refetched } from './refetch';

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

import type { CompanyPrice } from '../../credits/action-prices';
import { say } from '../../errors/say';
import { toUsedText } from '../common/credits-used';
import { count, toDayText, toCreditsText, toPriceText } from '../common/words';
import type { LastCheck } from '../common/file-notes';
import { countCompanies } from './change-counts';
import type { OldAnswers } from './old-answers';
import type { Updated } from './update-answers';

/** The label of the button that updates answers. */
export function toUpdateLabel(answers: number, { credits }: CompanyPrice): string {
  const what = `Update ${count(answers, 'answer', 'answers')}`;
  return `${what} · ${toPriceText(credits)}`;
}

/** What the update would cost, and until when it is free. */
export function toOfferText({ credits, free, freeUntilMs }: CompanyPrice): string {
  const until = freeUntilMs === null ? 'free' : `free until ${toDayText(freeUntilMs)}`;
  if (credits === 0) return `Update answers: ${until}.`;
  const price = `Update answers: up to ${toCreditsText(credits)}`;
  return free === 0 ? `${price}.` : `${price} (${free.toLocaleString('en-US')} ${until}).`;
}

/** What updating answers will cost, once the companies are rescanned. */
export function toLaterText({ credits, free }: CompanyPrice): string {
  if (credits === 0) return 'Afterwards, updating their answers is free.';
  const price = `Afterwards, updating their answers costs up to ${toCreditsText(credits)}`;
  return free === 0 ? `${price}.` : `${price} (${free.toLocaleString('en-US')} free).`;
}

/** What an update did, in sentences. */
export function toUpdatedText(updated: Updated): string {
  const { answered, credits, unsure, problem } = updated;
  const did = `${count(answered, 'answer', 'answers')} updated, ${toUsedText(credits, unsure, problem)}.`;
  return answered === 0 ? did : `${did} ${toComparedText(countCompanies(updated))}`;
}

/** How many companies changed, and how many could not be compared. */
export function toComparedText({
  changed,
  compared,
  others,
}: Pick<LastCheck, 'changed' | 'compared' | 'others'>): string {
  if (compared === 0) return 'No earlier answer is saved to compare with.';
  const said =
    changed === 0
      ? 'Nothing changed.'
      : `${changed.toLocaleString('en-US')} of ${count(compared, 'company', 'companies')} changed.`;
  if (others === 0) return said;
  return `${said} ${count(others, 'company is', 'companies are')} not comparable: only one answer is saved.`;
}

/** Why answers are missing; `''`: none is. */
export function toMissingText(asked: number, { answered, problem }: Pick<Updated, 'answered' | 'problem'>): string {
  if (problem === null) return '';
  return `${count(asked - answered, 'answer is', 'answers are')} missing. ${say(problem, 'action')}`;
}

/** How many answers are old. */
export function toOldText({ domains, oldestMs, saved }: OldAnswers): string {
  if (saved === 0) return 'None of these companies has a saved answer.';
  if (oldestMs === null) return `${count(saved, 'saved answer', 'saved answers')}, none older than 30 days.`;
  const old = domains.length.toLocaleString('en-US');
  return `${old} of ${count(saved, 'saved answer', 'saved answers')} older than 30 days, the oldest from ${toDayText(oldestMs)}.`;
}

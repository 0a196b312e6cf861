import type { AnswerProblem } from '../../recipes/read-answers';
import type { SheetPrice } from '../../recipes/sheet-calls';
import { toCreditsText, toPriceText } from '../common/words';

/** What to do about an answer that cannot be used. */
export function toAnswerText(problem: AnswerProblem): string {
  switch (problem.is) {
    case 'tooMany':
      return `${problem.count.toLocaleString('en-US')} are too many here. Keep up to ${problem.most.toLocaleString('en-US')}.`;
    case 'tooGreat':
      return `Enter a number up to ${problem.most.toLocaleString('en-US')}.`;
    case 'notCompany':
      return 'Enter a domain such as stripe.com.';
    case 'notOne':
      return 'Enter one name, without commas.';
    case 'notDay':
      return 'Enter a day as 2026-01-31.';
    case 'notNumber':
      return 'Enter a number above 0.';
    case 'notCountry':
      return `No country has this name. Did you mean ${problem.nearest.join(', ')}?`;
  }
}

export type MadeAs = 'formulas' | 'values';

/** The end of the button's label. Values stop at the price; formulas may have to read a longer list. */
export function toButtonPrice({ most, mayCostMore }: SheetPrice, as: MadeAs): string {
  if (mayCostMore && as === 'formulas') return 'price depends';
  return toPriceText(most);
}

/** The price as a sentence. */
export function toPriceSentence({ most, mayCostMore }: SheetPrice, as: MadeAs): string {
  if (most === 0) return 'Free.';
  const credits = toCreditsText(most);
  return mayCostMore && as === 'formulas'
    ? `Usually up to ${credits}. More if Trace has to read all partners of a company.`
    : `Up to ${credits}. Saved answers are free.`;
}

import { count } from '../count';
import type { WaitingStatus } from '../../credits/waiting-lookups';
import { mayCost, type ThawTerms } from '../../functions/thaw-terms';
import { credits, toPriceText, toUnknownText } from '../spending-text';

const CHANGED = 'Formulas or prices have changed since you were asked. Nothing was thawed.';

/** What formulas that come back may cost; `null`: nothing. */
function toThawPrice(price: WaitingStatus | null): string | null {
  if (!mayCost(price)) return null;
  const { cells, credits: most, isLeast } = price;
  const cost = isLeast ? toUnknownText(price) : `New ones cost up to ${credits(most)}.`;
  return `${count(cells, 'formula comes', 'formulas come')} back. Saved answers are free. ${cost}`;
}

/**
 * What a person has to agree to.
 *
 * @param foreign how somebody else may have frozen them here
 * @param isAgain whether the person has agreed to something else
 */
export function toThawText({ isForeign, price }: ThawTerms, foreign: string, isAgain: boolean): string {
  const said = [isAgain ? CHANGED : null, isForeign ? foreign : null, toThawPrice(price)];
  return said.filter((line) => line !== null).join('\n');
}

/** Such as _Thaw 3 formulas (up to 3 credits)_. */
export function toThawLabel({ price }: ThawTerms): string {
  if (price === null) return 'Thaw';
  const { cells, credits: most, isLeast } = price;
  const thaw = `Thaw ${count(cells, 'formula', 'formulas')}`;
  return isLeast ? thaw : `${thaw} (${toPriceText(most)})`;
}

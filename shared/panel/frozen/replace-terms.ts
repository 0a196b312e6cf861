import { creditsLeft, type Ledger } from '../../credits/ledger';
import { today } from '../../credits/spend-counters';
import type { WaitingStatus } from '../../credits/waiting-lookups';
import type { Placed } from '../../frozen/plan-thaw';
import { mayCost, toAgree, type ThawTerms } from '../../functions/thaw-terms';
import { credits, toPriceText, toUnknownText } from '../spending-text';

/**
 * A column of formulas that becomes one, or the other way round, is calculated again. The values that it shows would be
 * lost where an answer is neither saved nor to be had.
 */

const NO_KEY =
  'Some of these answers are not saved, and no API key is set. Nothing was changed. Set your key, then try again.';
const NO_PRICE =
  'Some of these answers are not saved. Their price is only known after paying, and formulas have a limit here. Nothing was changed. To allow more, open Settings.';
const OTHERS_LIMIT =
  'Some of these answers are not saved. The owner of this file pays for new ones, and only the owner can see their own limit. Nothing was changed. Ask the owner to do this. If this file is yours, let one of its formulas fetch a new answer first.';
const OTHERS_ANSWERS =
  'Free: these answers are saved for the account that pays here.\nIs it your file, and did you change or remove your key? Choose No, or its formulas lose these answers.';
const CHANGED = 'Formulas or prices have changed since you were asked. Nothing was changed.';

/**
 * What a person has to agree to first, or in words why the formulas have to stay; `null`: nothing.
 *
 * @param ledger of the account that pays; `null`: there is no key
 * @param agreed what the person was asked and agreed to; `null`: nothing
 * @param isOwn whether the person's account pays, so that its own limit is in the ledger. Otherwise it is the owner's, or one
 *   that the owner had before: nobody can tell
 */
export function toReplaceTerms(
  formulas: readonly Placed[],
  price: WaitingStatus,
  ledger: Ledger | null,
  agreed: ThawTerms | null,
  nowMs: number,
  isOwn = true,
): ThawTerms | string | null {
  if (!mayCost(price)) return isOwn || ledger === null ? null : toAgree(formulas, true, price, agreed);
  if (ledger === null) return NO_KEY;
  const limits = isOwn ? ledger : { ...ledger, ownerLimit: null };
  const left = creditsLeft(limits, today(ledger.counters, nowMs));
  if (price.isLeast && left < Infinity) return NO_PRICE;
  if (price.credits > left) {
    const most = left === 0 ? 'nothing' : `only ${left.toLocaleString('en-US')}`;
    return `Some of these answers are not saved. They cost up to ${credits(price.credits)}, but formulas may spend ${most} more today. Nothing was changed. To allow more, open Settings.`;
  }
  return isOwn ? toAgree(formulas, false, price, agreed) : OTHERS_LIMIT;
}

/** @param isAgain whether the person has agreed to something else */
export function toReplaceText({ price, isForeign }: ThawTerms, isAgain: boolean): string {
  if (price === null) return '';
  if (isForeign) return OTHERS_ANSWERS;
  const cost = price.isLeast ? toUnknownText(price) : `New ones cost up to ${credits(price.credits)}.`;
  return [...(isAgain ? [CHANGED] : []), `Saved answers are free. ${cost}`].join('\n');
}

/** Such as _Replace formulas (up to 3 credits)_. */
export function toReplaceLabel({ price }: ThawTerms): string {
  return price === null || price.isLeast ? 'Replace formulas' : `Replace formulas (${toPriceText(price.credits)})`;
}

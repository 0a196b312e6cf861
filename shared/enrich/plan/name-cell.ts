import { hasEmailAddress } from '../../cells/identifier';
import type { Input } from '../../cells/inputs';
import { traitsOf } from '../../errors/traits';

/** Longer texts are sentences. */
const MOST_WORDS = 6;
const MOST_CHARACTERS = 80;
/** So few words with a period at the end are an abbreviation, as in `Stripe, Inc.` */
const SENTENCE_WORDS = 4;
const LEGAL_FORM = /\b(inc|ltd|co|corp|llc|l\.?p|s\.?a|n\.?v|b\.?v|a\.?s|s\.?p\.?a|s\.?r\.?l|bros)\.$/i;
/** What people write where they have nothing. */
const NOTHING =
  /^(n\/?a|n\.a\.|none|null|nil|unknown|tbd|tba|missing|empty|pending|not (known|found|available)|no website)$/i;

/** Whether a cell may hold the name of a company. Email addresses are not searched for: of them only domains are sent. */
export function mayBeName({ error, given }: Extract<Input, { readonly is: 'problem' }>): boolean {
  if (traitsOf(error).mayBeName !== true || !/\p{L}/u.test(given) || hasEmailAddress(given)) return false;
  return !NOTHING.test(given.trim()) && !isSentence(given.trim());
}

function isSentence(text: string): boolean {
  const words = text.split(/\s+/).length;
  if (words > MOST_WORDS || text.length > MOST_CHARACTERS) return true;
  return words >= SENTENCE_WORDS && /[.!?]$/.test(text) && !LEGAL_FORM.test(text);
}

/** A larger number is more likely a typo than a limit. */
const MOST_CREDITS = 1_000_000;

const SEPARATOR = (11_111).toLocaleString('en-US').charAt(2);
/** How people write whole numbers, with or without thousands separators. */
const WHOLE = new RegExp(`^(\\d+|\\d{1,3}([${SEPARATOR} ]\\d{3})+)$`);

type CreditsEntry =
  | { readonly ok: true; readonly credits: number | null }
  | { readonly ok: false; readonly problem: string };

/**
 * Parses the text of a credits field.
 *
 * @param least the smallest number that makes sense
 * @param nothing what an empty field means, in words; `null`: it must not be empty
 */
export function readCreditsEntry(typed: string, least: number, nothing: string | null): CreditsEntry {
  const text = typed.trim();
  if (text === '' && nothing !== null) return { ok: true, credits: null };
  const credits = WHOLE.test(text) ? Number(text.replace(/\D/g, '')) : NaN;
  if (credits >= least && credits <= MOST_CREDITS) return { ok: true, credits };
  const range = `Enter a whole number from ${least} to ${MOST_CREDITS.toLocaleString('en-US')}`;
  return { ok: false, problem: nothing === null ? `${range}.` : `${range}, or leave it empty for ${nothing}.` };
}

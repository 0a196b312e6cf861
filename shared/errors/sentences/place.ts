/**
 * Follows a step to take in the panel or the menu, in sentences that cells show: Google Sheets and Excel have neither
 * on a phone. The panel leaves it out.
 */
export const ON_A_COMPUTER = ' on a computer';

/** A cell's sentence for a user who already has the panel or the menu. */
export function withoutPlace(sentence: string): string {
  return sentence.replace(ON_A_COMPUTER, '');
}

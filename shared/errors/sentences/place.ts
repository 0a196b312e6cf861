/**
 * Follows what is told to be done in the panel or the menu, in sentences that cells show: Google Sheets and Excel have
 * neither on a phone. Where people read them in the panel, it is left out.
 */
export const ON_A_COMPUTER = ' on a computer';

/** A cell's sentence for who sits at a computer, before the panel or the menu. */
export function withoutPlace(sentence: string): string {
  return sentence.replace(ON_A_COMPUTER, '');
}

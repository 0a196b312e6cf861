import { count, toCreditsText } from '../common/words';
import type { RestoreTerms } from '../../functions/prices/restore-terms';
import { toUnknownText } from '../state/spending-text';

const CHANGED = 'Formulas or prices have changed since you were asked. Nothing was changed.';

/**
 * What a person has to agree to.
 *
 * @param isAgain whether the person has agreed to something else
 */
export function toRestoreText({ price }: RestoreTerms, isAgain: boolean): string {
  const formulas = count(price.cells, 'formula', 'formulas');
  const said = price.isLeast
    ? `Restoring ${formulas} may fetch new answers. ${toUnknownText(price)}`
    : `Restoring ${formulas} may fetch up to ${toCreditsText(price.credits)}.`;
  return isAgain ? `${CHANGED}\n${said}` : said;
}

/** The same for formulas that came from another program. */
export function toReconnectText({ price }: RestoreTerms, isAgain: boolean): string {
  const formulas = count(price.cells, 'formula', 'formulas');
  const said = price.isLeast
    ? `Reconnecting ${formulas} may fetch new answers. ${toUnknownText(price)}`
    : `Reconnecting ${formulas} may fetch up to ${toCreditsText(price.credits)}.`;
  return isAgain ? `${CHANGED}\n${said}` : said;
}

/** Such as _Restore 3 formulas_. */
export function toRestoreLabel({ price }: RestoreTerms): string {
  return `Restore ${count(price.cells, 'formula', 'formulas')}`;
}

/** Such as _Reconnect 3 formulas_. */
export function toReconnectLabel({ price }: RestoreTerms): string {
  return `Reconnect ${count(price.cells, 'formula', 'formulas')}`;
}

/** Said before Trace is removed, where the file may hold frozen formulas. */
export const REMOVAL_NOTE = 'The sheet Trace formulas is deleted: copy the formulas that you need first.';

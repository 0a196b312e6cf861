import { findThawable, toThawing, type ToThaw } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import { toThawQuestion } from '../../shared/panel';
import { readKnownFormulas } from '../column-formulas';
import { readGridSheets } from '../grid-sheets';
import { readSpending } from '../spending-page';
import { isYes } from '../is-yes';
import { thawCells } from './freeze-cells';
import { FreezeHost } from './freeze-host';

/** Whoever may edit the file can have written what is kept of formulas, and then any value could make room for one. */
const FOREIGN =
  'Someone else froze formulas in this file, or changed the hidden sheet that keeps them. Thawing replaces values with these formulas, which call only Trace.';

/**
 * Thaws, and asks first where that may cost something, or where somebody else says what it puts where. `null`: the person
 * did not want it.
 */
export function askAndThaw(): string | null {
  const host = new FreezeHost();
  const { restore } = runSync(findThawable(), host.ports);
  const isForeign = host.isForeign && restore.length > 0;
  const price = readThawQuestion(restore);
  const question = isForeign ? `${FOREIGN}\n${price ?? 'Thaw now?'}` : price;
  return question === null || isYes('Thaw frozen formulas', question) ? thawCells(isForeign) : null;
}

/**
 * Formulas that come back are calculated: what thawing may cost, as a question. `null`: nothing, or there is nobody to
 * pay.
 */
function readThawQuestion(thawable: readonly ToThaw[]): string | null {
  return toThawQuestion(
    readSpending(({ id }) => {
      const restore = id === '' ? [] : thawable;
      const known = readGridSheets().flatMap((sheet) => {
        const own = String(sheet.getSheetId());
        const formulas = restore.flatMap((each) => (each.sheet === own ? [each.formula] : []));
        return formulas.length > 0 ? readKnownFormulas(sheet, formulas) : [];
      });
      return toThawing(restore, known);
    }),
  );
}

import { findThawable, toThawing } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import { toThawQuestion } from '../../shared/panel';
import { readKnownFormulas } from '../column-formulas';
import { readGridSheets } from '../grid-sheets';
import { readSpending } from '../spending-page';
import { isYes } from '../is-yes';
import { thawCells } from './freeze-cells';
import { FreezeHost } from './freeze-host';

/** Thaws, and asks first where that may cost something. `null`: the person did not want it. */
export function askAndThaw(): string | null {
  const question = readThawQuestion();
  return question === null || isYes('Thaw frozen formulas', question) ? thawCells() : null;
}

/**
 * Formulas that come back are calculated: what thawing may cost, as a question. `null`: nothing, or there is nobody to
 * pay.
 */
function readThawQuestion(): string | null {
  return toThawQuestion(
    readSpending(({ id }) => {
      const restore = id === '' ? [] : runSync(findThawable(), new FreezeHost().ports).restore;
      const known = readGridSheets().flatMap((sheet) => {
        const own = String(sheet.getSheetId());
        const formulas = restore.flatMap((each) => (each.sheet === own ? [each.formula] : []));
        return formulas.length > 0 ? readKnownFormulas(sheet, formulas) : [];
      });
      return toThawing(restore, known);
    }),
  );
}

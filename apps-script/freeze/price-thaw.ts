import { findThawable } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import { toThawQuestion } from '../../shared/panel';
import { readKnownFormulas, type WrittenFormula } from '../column-formulas';
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
      const restore = id === '' ? [] : runSync(findThawable(), new FreezeHost().ports);
      const known: WrittenFormula[] = [];
      for (const sheet of readGridSheets()) {
        const own = String(sheet.getSheetId());
        const formulas = restore.flatMap((each) => (each.sheet === own ? [each.formula] : []));
        if (formulas.length > 0) known.push(...readKnownFormulas(sheet, formulas));
      }
      const read = new Set(known.map(({ formula }) => formula));
      const unread = restore.filter(({ formula }) => !read.has(formula)).length;
      return { cells: restore.length, known, unread, unseen: [], cut: [] };
    }),
  );
}

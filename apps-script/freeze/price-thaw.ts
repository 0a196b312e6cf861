import { findThawable, type ToThaw } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import { toThawQuestion } from '../../shared/panel';
import { readKnownFormulas, type WrittenFormula } from '../column-formulas';
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
  const restore = runSync(findThawable(), host.ports);
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

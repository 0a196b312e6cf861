import { findThawable } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import { toThawQuestion } from '../../shared/panel';
import { readKnownFormulas, type WrittenFormula } from '../column-formulas';
import { readGridSheets } from '../grid-sheets';
import { readSpending } from '../spending-page';
import { FreezeHost } from './freeze-host';

/**
 * Formulas that come back are calculated: what thawing may cost, as a question. `null`: nothing, or there is nobody to
 * pay.
 */
export function readThawQuestion(): string | null {
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

import type { ClientPorts } from '../../client/ports';
import type { Account } from '../../records/account';
import type { RecordsPorts } from '../../lookup/ports';
import type { Task } from '../../task';
import { findCutLists } from '../bodies/cut-lists';
import type { MostCalls, WrittenFormula } from '../column/known-formulas';
import type { WaitingFormulas } from './price-waiting';

/** Formulas of one sheet, and every call that they may make. */
export interface CountedFormulas extends MostCalls {
  readonly formulas: readonly string[];
}

/** The formulas of one sheet that wait or may wait, with the calls that are known. */
interface SheetWaiting extends CountedFormulas {
  /** Calls of formulas that show their `if_problem=`. */
  readonly unseen: readonly WrittenFormula[];
  /** Calls of formulas that show a list, perhaps in part. */
  readonly lists: readonly WrittenFormula[];
}

/** Formulas that wait, and the texts of those that show only part of a list. */
export interface Waiting extends WaitingFormulas {
  readonly cutFormulas: ReadonlySet<string>;
}

/** Formulas that will be calculated whatever they show, such as those that a retry enters again. */
export function toRecalculated(sheets: readonly CountedFormulas[]): WaitingFormulas {
  const unread = sheets.flatMap(({ formulas, whole }) => formulas.filter((formula) => !whole.has(formula)));
  return {
    cells: sheets.flatMap(({ formulas }) => formulas).length,
    known: sheets.flatMap(({ known }) => known),
    unread: unread.length,
    unseen: [],
    cut: [],
  };
}

/** What waits in all sheets of a document. @param payer the account of the formulas */
export function* gatherWaiting(
  sheets: readonly SheetWaiting[],
  payer: Account,
): Task<Waiting, Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>> {
  const lists = sheets.flatMap((sheet) => sheet.lists);
  const cut = yield* findCutLists(lists, payer);
  return {
    ...toRecalculated(sheets),
    unseen: sheets.flatMap(({ unseen }) => unseen),
    cut: cut.flatMap((each) => each ?? []),
    cutFormulas: new Set(lists.flatMap(({ formula }, index) => (cut[index] === null ? [] : [formula]))),
  };
}

import type { Cell, Day } from './values';

/** A fact of a company card. A list has at least one item. */
export interface CardFact {
  /** The name of the property, which formulas read: `=A2.Employees`. Never changes once published. */
  readonly name: CardFactName;
  readonly value: string | number | Day | readonly string[];
}

type CardFactName =
  | 'Name'
  | 'Domain'
  | 'Industry'
  | 'Employees'
  | 'Country'
  | 'Technologies'
  | 'Partners'
  | 'AsOf'
  | 'FreeUntil';

/** A cell's text with facts about its company. A host that has no cards shows the text. */
export interface CompanyCard {
  readonly text: string;
  /** Only those that are known. */
  readonly facts: readonly CardFact[];
}

/** Whether a cell of an answer is a company card. */
export function isCard(cell: Cell): cell is CompanyCard {
  return typeof cell === 'object' && 'facts' in cell && Array.isArray(cell.facts);
}

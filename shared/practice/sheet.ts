import { PRACTICE_COMPANIES } from './companies';
import { domainOf } from './records';

/** A sheet of sample companies. Rows and columns count from 0. */
export interface PracticeSheet {
  readonly title: string;
  /** The first row has the titles. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Widths of its columns, in characters. */
  readonly widths: readonly number[];
  /** Number formats of columns. */
  readonly formats: readonly { readonly column: number; readonly format: string }[];
  readonly formulas: readonly (readonly [row: number, column: number, formula: string])[];
}

const DOMAINS = PRACTICE_COMPANIES.map(({ slug }) => domainOf(slug));
const RANGE = `A2:A${DOMAINS.length + 1}`;

/**
 * A sheet to try formulas and an enrichment on. The notes are beside the column of domains, so that none of its rows
 * is skipped.
 */
export const PRACTICE_SHEET: PracticeSheet = {
  title: 'Trace practice',
  rows: [
    ['Domain', 'Company', 'Employees', 'Technologies', 'Uses Shopify?', 'Partners'],
    ...DOMAINS.map((domain) => [domain]),
    [''],
    ['', 'Sample data, not real companies. Answers need no key and cost nothing.'],
    ['', 'Select a domain, then choose columns in the Trace panel on a computer. You can undo it.'],
  ],
  widths: [28, 24, 12, 40, 15, 40],
  formats: [{ column: 2, format: '#,##0' }],
  formulas: [
    [1, 1, `=TRACE_COMPANY(${RANGE},"name, employee_count")`],
    [1, 3, `=TRACE_TECH(${RANGE})`],
    [1, 4, `=TRACE_HAS_TECH(${RANGE},"Shopify")`],
    [1, 5, `=TRACE_PARTNERS(${RANGE})`],
  ],
};

import type { LinkedSheet } from '../../../shared/frozen/named-table';
import { TableLinks } from '../../../shared/frozen/table-links';

/** A sheet with a table of two columns, one of which has the title of a file. */
class Leads implements LinkedSheet {
  readonly id = '1';
  readonly name = 'Leads';
  readonly values = [
    ['Domain', 'Book2.xlsx'],
    ['stripe.com', 'US'],
  ];
  readonly formulas = [
    ['', ''],
    ['', ''],
  ];
  readonly tables = [{ name: 'Table1', body: { row: 1, column: 0, rows: 1, columns: 2 } }];
  readonly links: TableLinks = new TableLinks(this, [this]);

  spillAt(): undefined {
    return undefined;
  }
}

it.each([
  ["'Book 2.xlsx'!Table1[@Domain]"],
  ['Book2.xlsx!Table1[@Domain]'],
  ["'[Book 2.xlsx]Leads'!A2#"],
  ['[Book2.xlsx]Leads!A2#'],
  ["[Book2.xlsx]Leads!A2&'Leads'!A2#"],
])('%s of another workbook is none of these', (input) => {
  const { links } = new Leads();
  expect(links.find(`=TRACE_TECH(${input})`, 1, 1)).toBeNull();
});

it.each([
  ['LEAD_A1#', 0],
  ['lead.A1#', 0],
  ['Ä1#', 0],
  ['LEAD\\A1#', 0],
  ['A1#', 1],
  ["'Leads'!$A$1#", 1],
])('%s has %i spilled ranges of cells', (input, count) => {
  const { links } = new Leads();
  const formula = `=TRACE_TECH(${input})`;
  expect({ found: links.find(formula, 1, 1)?.length, anchors: links.anchorsOf(formula).length }).toEqual({
    found: count,
    anchors: count,
  });
});

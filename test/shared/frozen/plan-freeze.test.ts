import { planFreeze } from '../../../shared/frozen/plan-freeze';
import type { LinkedSheet } from '../../../shared/frozen/named-table';
import { TableLinks } from '../../../shared/frozen/table-links';

/** A table with a title and one row, whose second cell holds a formula. */
function sheetOf(title: string, formula: string): LinkedSheet {
  const sheets: LinkedSheet[] = [];
  const own = {
    ...{ id: '1', name: 'Leads' },
    ...{
      values: [
        [title, 'Out'],
        ['stripe.com', 'Ruby'],
      ],
      formulas: [
        ['', ''],
        ['', formula],
      ],
    },
    tables: [{ name: 'Table1', body: { row: 1, column: 0, rows: 1, columns: 2 } }],
    spillAt: () => undefined,
  };
  const sheet = Object.assign(own, { links: new TableLinks(own, sheets) });
  sheets.push(sheet);
  return sheet;
}

/** The formulas that can be frozen, and why others stay. */
function plan(title: string, formula: string): readonly string[] {
  const stay: string[] = [];
  const scope = {
    sheet: sheetOf(title, formula),
    isAsked: () => true,
    isProblem: () => false,
    isProtected: () => false,
  };
  return [...planFreeze(scope, (why) => stay.push(why)).map((cell) => cell.formula), ...stay];
}

it.each([
  ['in a text', 'Domain', '=TRACE_TECH([@Domain],"name","x=trace_live_0123456789")'],
  [
    'after a title with a quotation mark',
    '5" disk',
    '=TRACE_TECH(Table1[@[5" disk]],"name","x=trace_live_0123456789")',
  ],
  ['after a sheet with a quotation mark', 'Domain', `=TRACE_TECH('5" disk'!A2,"name","x=trace_live_0123456789")`],
  ['after a text with an apostrophe', 'Domain', `=TRACE_TECH(A2,"it's","x=trace_live_0123456789")`],
])('a formula with an API key stays: %s', (_where, title, formula) => {
  expect(plan(title, formula)).toEqual(['unsafe']);
});

it.each([
  ['5" disk', '=TRACE_TECH(Table1[@[5" disk]],"name")'],
  ['Domain', `=TRACE_TECH('Trace leads'!A2,"name")`],
  ['Domain', '=TRACE_TECH(Trace_leads!A2,"name")'],
])('one without a key is frozen: %s %s', (title, formula) => {
  expect(plan(title, formula)).toEqual([formula]);
});

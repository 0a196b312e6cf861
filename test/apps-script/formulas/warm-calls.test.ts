import { countCalls } from './sheet-of-formulas';
import { sandbox, useSpreadsheets, world } from '../spreadsheet';

/** Calls that a formula makes whose answer is remembered: one of the cache at most, none of the properties or the screen. */

useSpreadsheets();

const FORMULAS: readonly (readonly [name: string, args: readonly unknown[]])[] = [
  ['TRACE_TECH', ['company-1.example']],
  ['TRACE_TECH', ['company-1.example', 'name', 'category=Payment']],
  ['TRACE_HAS_TECH', ['company-1.example', 'Klarrna']],
  ['TRACE_COMPANY', ['company-1.example', 'name, industry']],
  ['TRACE_PARTNERS', ['company-1.example']],
  ['TRACE_PARTNERS', ['company-1.example', 'name', 'top=2']],
  ['TRACE_PARTNERED', ['company-1.example', 'company-2.example']],
  ['TRACE_SHARED_PARTNERS', ['company-1.example', 'company-2.example']],
  ['TRACE_PARTNER_OF', ['company-1.example']],
  ['TRACE_PARTNER_GRAPH', ['company-1.example']],
  ['TRACE_TECH_SEARCH', ['stripe']],
  ['TRACE_TECH_COMPANIES', ['Google Analytics', 'name', 'top=3']],
  ['TRACE_VENDOR_COMPANIES', ['Google', 'name', 'top=3']],
  ['TRACE_SEARCH', ['company', 'name', 'top=3']],
  ['TRACE_SEARCH', ['nobody at all', 'name', 'country=Deutschland']],
  ['TRACE_SEARCH', ['company', 'name', 'country=de; top=3']],
  ['TRACE_LISTS', []],
  ['TRACE_LIST', ['lst_1']],
  ['TRACE_FIELDS', []],
  ['TRACE_FIELDS', ['company-1.example']],
  ['TRACE_COST', ['company-1.example']],
  ['TRACE_COST', ['company-1.example', 'partners']],
  ['TRACE_COST', ['company-1.example', 'partners top=2']],
  ['TRACE_GET', ['/companies/company-1.example']],
  ['TRACE_GET', ['/lists']],
];

interface Counted {
  readonly cells: readonly (readonly unknown[])[];
  readonly calls: readonly [properties: number, cache: number, fetches: number];
  readonly asksWhere: boolean;
}

const SAVED = { keptFor: ['TRACE_COST'] };

function count(name: string, args: readonly unknown[]): Counted {
  const outcome = world.typeFormula(name, args);
  return {
    cells: outcome.cells,
    calls: countCalls([outcome]),
    asksWhere: outcome.calls.includes('SpreadsheetApp.getUi'),
  };
}

/** So that prices have nothing that is not remembered either. */
function remember(name: string): void {
  if (!SAVED.keptFor.includes(name)) return;
  for (const args of [['TRACE_TECH'], ['TRACE_PARTNERS'], ['TRACE_PARTNERS', 'name', 'top=2']]) {
    const [id = '', ...others] = args;
    world.typeFormula(id, ['company-1.example', ...others]);
  }
}

describe.each([false, true])('where routes that the documentation does not show are missing: %s', (areMissing) => {
  it.each(FORMULAS)('%s(%j)', async (name, args) => {
    world.callRpc('setListsAllowed', [true]);
    if (areMissing) await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
    remember(name);
    const cold = world.typeFormula(name, args);
    const warm = count(name, args);
    expect(warm).toEqual({ cells: cold.cells, calls: [0, 1, 0], asksWhere: false });
  });
});

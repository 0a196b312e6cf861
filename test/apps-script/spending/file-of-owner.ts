import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { companies } from '../open-world';
import { fillDown } from '../formulas/sheet-of-formulas';
import { charged, useSpreadsheets, world } from '../spreadsheet';

/** A file whose owner allows 10 credits a day, of which formulas have spent 6, and which an editor has open too. */

export const LIMIT = 10;
export const SPENT = 6;
/** The key of its owner. */
export const KEY = 'trace_demo';
/** Who holds the record of the owner's enrichment. */
export const HOLDER = 'holder-of-owner';
export const HEAD = JSON.stringify({ holder: HOLDER, run: 'run-of-owner' });
const SECRET = 'secret';
/** The sheet with the companies, one that only the owner may edit, and the record. */
export const [LEADS, PRICES, RECORD] = ['0', '5', '6'];

/** Gives each test of a file such a spreadsheet. The editor has a key of another account. */
export function useFileOfOwner(): void {
  useSpreadsheets();
  beforeEach(() => {
    world.callRpc('setOwnerLimit', [LIMIT]);
    fillDown(world, SPENT, '=TRACE_COMPANY(A#)');
    world.calculate();
    world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
    const [leads] = world.state.sheets;
    leads!.enter('H2', SECRET);
    leads!.layout.protectedAreas.push({ row: 1, column: 8, rows: 100, columns: 1 });
    const prices = new SheetGrid(Number(PRICES), 'Prices');
    prices.enter('A1', SECRET);
    prices.isProtected = true;
    world.state.sheets.push(prices);
    world.callRpc('bulkRecord', [{ what: 'make', rows: [[HEAD]] }]);
  });
}

/** The cells that only the owner may edit. */
export function readClosed(): readonly unknown[] {
  const [leads, prices] = world.state.sheets;
  const cells = Array.from({ length: 30 }, (_row, at) => leads!.value({ row: at + 1, column: 8 }));
  return [...cells, JSON.stringify(prices!.copy())];
}

/** What formulas of the owner go by. An editor may lose answers, but never replace them. */
export function believed(): Readonly<Record<string, string | null>> {
  const stored = Object.entries(world.state.documentProperties.read());
  const texts = stored.filter(([name]) => /^TRACE_(SPENT|PAID|SHOWN|APART)_/.test(name));
  return Object.fromEntries([...texts, ['account', world.state.documentCache.read('trace|!account')]]);
}

/** Calls a function of the script from an editor's page. @returns what that page hears of it, as text */
export function callAsEditor(name: string, args: readonly unknown[]): string {
  try {
    return JSON.stringify(world.scriptRun(name, args, { as: 'editor' })) ?? '';
  } catch (thrown) {
    return String(thrown);
  }
}

/** How many credits formulas of the file spend from now on, whoever types them. */
export async function spendsFromNow(): Promise<number> {
  const before = await charged();
  const grid = world.state.sheets[0]!;
  companies(30, 200).forEach(([domain], index) => {
    grid.enter(`A${index + 100}`, domain);
    grid.put({ row: index + 100, column: 2 }, `=TRACE_COMPANY(A${index + 100})`);
  });
  world.calculate({ as: 'editor' });
  return (await charged()) - before;
}

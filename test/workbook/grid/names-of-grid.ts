import { ICommandService, LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import '@univerjs/engine-formula/facade';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import '@univerjs/sheets/facade';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { makeGridNames } from '../../../workbook/grid/grid-names';

/** Runs by itself, in a process of its own: the grid without its page. Prints where a name is after each edit. */

const DATA = {
  id: 'book',
  sheetOrder: ['leads'],
  sheets: {
    leads: {
      id: 'leads',
      name: "It's Leads",
      rowCount: 20,
      columnCount: 10,
      cellData: { 0: { 0: { v: 'a' }, 1: { v: 'b' }, 2: { v: 'c' } } },
    },
  },
};
const NAME = '_Trace.run1.0';

function openGrid(data: object): { readonly univer: Univer; readonly api: FUniver } {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} } as never,
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  const api = FUniver.newAPI(univer);
  api.createWorkbook(data as never);
  return { univer, api };
}

async function main(): Promise<void> {
  const grid = openGrid(DATA);
  const workbook = grid.api.getActiveWorkbook()!;
  const sheet = workbook.getActiveSheet();
  const names = makeGridNames(grid as never, () => workbook);
  const whole = (column: number): object => ({ startRow: 0, endRow: 19, startColumn: column, endColumn: column });
  const cut = (from: number, onto: number): Promise<boolean> =>
    grid.univer
      .__getInjector()
      .get(ICommandService)
      .executeCommand('sheet.command.move-range', { fromRange: whole(from), toRange: whole(onto) });
  const seen: string[] = [];
  const note = (what: string): void => {
    const [found] = names.readNames();
    const { refersTo = null } = found ?? {};
    const area = refersTo === null ? 'nowhere' : `${refersTo.sheetId} column ${refersTo.area.column}`;
    seen.push(`${what}: ${found === undefined ? 'none' : `${found.isHidden ? 'hidden' : 'shown'}, ${area}`}`);
  };
  names.addName(NAME, 'leads', { row: 0, column: 2, rowCount: 5, columnCount: 1 });
  note('added');
  names.hideName(NAME);
  note('hidden');
  sheet.insertColumnsBefore(0, 1);
  note('inserted on the left');
  sheet.moveColumns(sheet.getRange('D:D'), 1);
  note('dragged');
  await cut(1, 6);
  note('cut and pasted');
  sheet.setName('Plain');
  note('renamed');
  workbook.duplicateSheet(sheet);
  note('duplicated');
  const again = openGrid(workbook.save());
  const kept = makeGridNames(again as never, () => again.api.getActiveWorkbook()!).readNames();
  seen.push(`opened again: ${JSON.stringify(kept.map(({ isHidden, refersTo }) => [isHidden, refersTo?.area.column]))}`);
  workbook.setActiveSheet(sheet);
  sheet.deleteColumns(6, 1);
  note('deleted');
  names.removeName({ name: NAME, scope: null });
  note('removed');
  process.stdout.write(JSON.stringify(seen), () => process.exit(0));
}

void main();

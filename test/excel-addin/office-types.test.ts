import { compileAll } from '../borders/compile';

/** Microsoft's types say `boolean` where the documentation uses `null` for a mixture. */
const MIXTURES = `'rowHidden' | 'columnHidden' | 'hasSpill'`;
/** Here their own kind is asked for again, which is compared by itself. */
const RANGES = `'worksheet' | 'getUsedRangeOrNullObject' | 'getSpillParentOrNullObject' | 'getSpillingToRangeOrNullObject' | 'getMergedAreasOrNullObject' | 'values' | 'valuesAsJson' | 'formulas' | 'numberFormat' | 'copyFrom' | 'getEntireRow' | 'insert'`;

const SOURCE = `
/// <reference types="office-js" />
import type { ExcelName, ExcelProtection, ExcelWorksheet } from './excel-api';
import type { ExcelCellValue, ExcelRange } from './excel-range';
import { toCardCell } from './functions/company-card';
import type { DocumentSettings } from './office';
declare const context: Excel.RequestContext;
declare const sheet: Excel.Worksheet;
declare const range: Excel.Range;
declare const areas: Excel.RangeAreas;
export const asked: Omit<ExcelRange, ${MIXTURES} | ${RANGES}> = range;
export const mixtures: readonly boolean[] = [range.rowHidden, range.columnHidden, range.hasSpill];
export const ranges: readonly Excel.Range[] = [range.getUsedRangeOrNullObject(true), range.getSpillParentOrNullObject(), range.getSpillingToRangeOrNullObject(), sheet.getUsedRangeOrNullObject(true), sheet.getRangeByIndexes(0, 0, 1, 1), range.getEntireRow(), range.getEntireRow().insert('Down'), ...areas.areas.items];
export const found: readonly Excel.RangeAreas[] = [range.getMergedAreasOrNullObject(), context.workbook.getSelectedRanges(), sheet.getRanges('A1,A3:A4')];
range.copyFrom(range, 'Values');
export const cells: readonly Excel.CellValue[] = [] as readonly ExcelCellValue[];
range.valuesAsJson = [[...cells]];
export const cards: readonly Excel.CellValue[] = [] as readonly ReturnType<typeof toCardCell>[];
export const card: Excel.StringCellValue | Excel.EntityCellValue = toCardCell({ text: '', facts: [] }, String, '');
export const selectable: { select(): void } = sheet.getRanges('A1,A3:A4');
export const owner: Pick<ExcelWorksheet, 'id' | 'name' | 'load' | 'activate'> = range.worksheet;
export const protection: ExcelProtection = sheet.protection;
export const chart: Omit<ReturnType<ExcelWorksheet['charts']['add']>, 'setPosition'> = sheet.charts.add('BarClustered', range, 'Columns');
sheet.charts.getItemAt(0).setPosition(range, range);
export const layout: Omit<ExcelWorksheet['pageLayout'], 'setPrintArea'> = sheet.pageLayout;
sheet.pageLayout.setPrintArea(range);
sheet.horizontalPageBreaks.add(range);
export const panes: ExcelWorksheet['freezePanes'] = sheet.freezePanes;
export const named: Omit<ExcelName, 'getRangeOrNullObject'> = context.workbook.names.add('name', range);
export const namedRange: Excel.Range = context.workbook.names.getItemOrNullObject('name').getRangeOrNullObject();
export const collections: readonly Omit<ExcelWorksheet['names'], 'items' | 'add' | 'getItemOrNullObject'>[] = [context.workbook.names, sheet.names];
export const sheets: readonly Excel.Worksheet[] = [context.workbook.worksheets.getItem('id'), context.workbook.worksheets.add('name')];
export const day: number = context.workbook.functions.date(1904, 1, 2).value;
const listening = context.workbook.onSelectionChanged.add(async () => undefined);
listening.remove();
void Excel.run(listening.context, (again) => again.sync());
void Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, (again) => again.sync());
export const settings: Omit<DocumentSettings, 'saveAsync' | 'refreshAsync'> = Office.context.document.settings;
Office.context.document.settings.saveAsync(({ status, error }) => [status === Office.AsyncResultStatus.Failed, error.message]);
Office.context.document.settings.refreshAsync(({ status }) => status);
export const url: string = Office.context.document.url;
`;

const WRONG = SOURCE.replace('sheet.getUsedRangeOrNullObject', 'sheet.getUsedAreaOrNullObject').replace(
  'cards: readonly Excel.CellValue[]',
  'cards: readonly Excel.BooleanCellValue[]',
);

const SAID = compileAll('excel-addin', { 'excel-addin/checked.ts': SOURCE, 'excel-addin/wrong.ts': WRONG });

it('asks nothing of Excel that is not in its API, by the types that Microsoft publishes', () => {
  expect(SAID['excel-addin/checked.ts']).toEqual([]);
});

it('would notice a name that Excel does not have, and a card that is no value of a cell', () => {
  expect(SAID['excel-addin/wrong.ts']).toEqual([expect.stringMatching(/^TS2551 /), expect.stringMatching(/^TS2322 /)]);
});

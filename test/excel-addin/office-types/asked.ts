import type { ExcelName, ExcelProtection, ExcelWorksheet } from '../../../excel-addin/excel-api';
import type { ExcelCellValue, ExcelRange } from '../../../excel-addin/excel-range';
import { toCardCell } from '../../../excel-addin/functions/company-card';
import type { DocumentSettings } from '../../../excel-addin/office';

/**
 * The add-in asks nothing of Excel that is not in its API, by the types that Microsoft publishes. The compiler tests it.
 * These types are global, so the folder is a project of its own.
 */

declare const context: Excel.RequestContext;
declare const sheet: Excel.Worksheet;
declare const range: Excel.Range;
declare const areas: Excel.RangeAreas;

/** Microsoft's types say `boolean` where the documentation uses `null` for a mixture. */
type Mixtures = 'rowHidden' | 'columnHidden' | 'hasSpill';
/** Here their own kind is asked for again, which is compared by itself. */
type Ranges =
  | 'worksheet'
  | 'getUsedRangeOrNullObject'
  | 'getSpillParentOrNullObject'
  | 'getSpillingToRangeOrNullObject'
  | 'getMergedAreasOrNullObject'
  | 'values'
  | 'valuesAsJson'
  | 'formulas'
  | 'numberFormat'
  | 'copyFrom'
  | 'getEntireRow'
  | 'insert';

export const asked: Omit<ExcelRange, Mixtures | Ranges> = range;
export const mixtures: readonly boolean[] = [range.rowHidden, range.columnHidden, range.hasSpill];
export const ranges: readonly Excel.Range[] = [
  range.getUsedRangeOrNullObject(true),
  range.getSpillParentOrNullObject(),
  range.getSpillingToRangeOrNullObject(),
  sheet.getUsedRangeOrNullObject(true),
  sheet.getRangeByIndexes(0, 0, 1, 1),
  range.getEntireRow(),
  range.getEntireRow().insert('Down'),
  ...areas.areas.items,
];
export const found: readonly Excel.RangeAreas[] = [
  range.getMergedAreasOrNullObject(),
  context.workbook.getSelectedRanges(),
  sheet.getRanges('A1,A3:A4'),
];
range.copyFrom(range, 'Values');
export const cells: readonly Excel.CellValue[] = [] as readonly ExcelCellValue[];
range.valuesAsJson = [[...cells]];
export const cards: readonly Excel.CellValue[] = [] as readonly ReturnType<typeof toCardCell>[];
export const card: Excel.StringCellValue | Excel.EntityCellValue = toCardCell({ text: '', facts: [] }, String, '');
export const selectable: { select(): void } = sheet.getRanges('A1,A3:A4');
export const owner: Pick<ExcelWorksheet, 'id' | 'name' | 'load' | 'activate'> = range.worksheet;
export const protection: ExcelProtection = sheet.protection;
export const chart: Omit<ReturnType<ExcelWorksheet['charts']['add']>, 'setPosition'> = sheet.charts.add(
  'BarClustered',
  range,
  'Columns',
);
sheet.charts.getItemAt(0).setPosition(range, range);
export const layout: Omit<ExcelWorksheet['pageLayout'], 'setPrintArea'> = sheet.pageLayout;
sheet.pageLayout.setPrintArea(range);
sheet.horizontalPageBreaks.add(range);
export const panes: ExcelWorksheet['freezePanes'] = sheet.freezePanes;
export const named: Omit<ExcelName, 'getRangeOrNullObject'> = context.workbook.names.add('name', range);
export const namedRange: Excel.Range = context.workbook.names.getItemOrNullObject('name').getRangeOrNullObject();
export const collections: readonly Omit<ExcelWorksheet['names'], 'items' | 'add' | 'getItemOrNullObject'>[] = [
  context.workbook.names,
  sheet.names,
];
export const sheets: readonly Excel.Worksheet[] = [
  context.workbook.worksheets.getItem('id'),
  context.workbook.worksheets.add('name'),
];
export const day: number = context.workbook.functions.date(1904, 1, 2).value;
const listening = context.workbook.onSelectionChanged.add(async () => undefined);
listening.remove();
void Excel.run(listening.context, (again) => again.sync());
void Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, (again) => again.sync());
export const settings: Omit<DocumentSettings, 'saveAsync' | 'refreshAsync'> = Office.context.document.settings;
Office.context.document.settings.saveAsync(({ status, error }) => [
  status === Office.AsyncResultStatus.Failed,
  error.message,
]);
Office.context.document.settings.refreshAsync(({ status }) => status);
export const url: string = Office.context.document.url;

// @ts-expect-error: the types have no such name.
void sheet.getUsedAreaOrNullObject(true);
// @ts-expect-error: a card is another kind of value.
export const wrong: readonly Excel.BooleanCellValue[] = [] as readonly ReturnType<typeof toCardCell>[];

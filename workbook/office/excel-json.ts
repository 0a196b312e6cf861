import { checkMayEnter } from './excel-entry';
import type { GridSheet, GridContent, RangeArea } from '../grid/grid-workbook';
import { OfficeError } from './office-error';

type Cells = readonly (readonly unknown[])[];

/** https://support.microsoft.com/office/excel-specifications-and-limits */
const LONGEST_TEXT = 32_767;
/** As Excel calls them: https://learn.microsoft.com/javascript/api/excel/excel.errorcellvaluetype. */
const ERRORS: Readonly<Record<string, string>> = {
  '#N/A': 'NotAvailable',
  '#VALUE!': 'Value',
  '#REF!': 'Ref',
  '#DIV/0!': 'Div0',
  '#NUM!': 'Num',
  '#NAME?': 'Name',
  '#NULL!': 'Null',
  '#SPILL!': 'Spill',
  '#BUSY!': 'Busy',
};

/** What a cell of a kind may hold, and whether `basicValue` may be absent. */
const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string' && value.length <= LONGEST_TEXT,
  Double: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  Empty: (value) => value === undefined || value === '',
};

/** Cells with their kinds: https://learn.microsoft.com/javascript/api/excel/excel.cellvalue. */
export function readJson(sheet: GridSheet, area: RangeArea): Cells {
  const formulas = sheet.readFormulas(area);
  return sheet
    .readValues(area)
    .map((cells, row) => cells.map((value, column) => toJson(value, (formulas[row]?.[column] ?? '') !== '')));
}

/** An error that was typed is a text of the grid. */
function toJson(value: unknown, isFormula: boolean): object {
  const errorType = isFormula ? ERRORS[String(value)] : undefined;
  if (errorType !== undefined) return { type: 'Error', basicType: 'Error', basicValue: value, errorType };
  if (value === '' && !isFormula) return { type: 'Empty', basicType: 'Empty', basicValue: '' };
  const type = typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
  return { type, basicType: type, basicValue: value };
}

/**
 * Enters cells as the given kinds. Refuses `null`, which is undocumented. `Empty` fills cells in some versions of
 * Excel: https://github.com/OfficeDev/office-js/issues/6248.
 */
export function enterJson(sheet: GridSheet, area: RangeArea, entered: Cells): void {
  const formats = sheet.readFormats(area);
  const content = entered.map((cells, row) =>
    cells.map((cell, column) => toContent(cell, formats[row]?.[column] ?? '', sheet)),
  );
  checkMayEnter(sheet, area, entered);
  sheet.writeValues(area, content);
}

function toContent(cell: unknown, format: string, { fillsEmpty = false }: GridSheet): GridContent {
  const { type, basicType, basicValue, ...rest } = (cell ?? {}) as Readonly<Record<string, unknown>>;
  const mayHold = KINDS[String(type)];
  if (mayHold === undefined || !mayHold(basicValue) || (basicType !== undefined && basicType !== type)) {
    throw new OfficeError('InvalidArgument', `this is no value of a cell: ${JSON.stringify(cell)}`);
  }
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Error(`The stand-in of Excel's cell values has no ${unknown}.`);
  if (type === 'Empty') return fillsEmpty ? { is: 'value', value: 0 } : { is: 'blank' };
  const value = basicValue as string | number | boolean;
  // A cell formatted as text turns every value into text.
  return { is: 'value', value: format === '@' ? String(value) : value };
}

import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from '@univerjs/preset-sheets-core';
import { dayOfSerial } from '../../shared/formulas';
import type { CellResult, ResultTable } from './cell-result';

const DATE_FORMAT = /[ymd]/i;

/** A result in the form of the grid's engine: one value, or a table that spills. */
export function toValueObject(table: ResultTable): BaseValueObject {
  const [firstRow] = table;
  const [only] = firstRow;
  if (table.length === 1 && firstRow.length === 1 && only !== undefined) return toCellObject(only);
  return ArrayValueObject.create({
    calculateValueList: table.map((row) => row.map((result) => toCellObject(withoutFormat(result)))),
    rowCount: table.length,
    columnCount: firstRow.length,
    // Not in any sheet yet.
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function toCellObject(result: CellResult): BaseValueObject {
  if (result.is === 'error') return ErrorValueObject.create(toErrorType(result.code));
  const { value, numberFormat } = result;
  if (typeof value === 'string') return StringValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  return NumberValueObject.create(value, numberFormat);
}

/**
 * The grid drops the number formats of a table, except the one of its first cell: in a table a date is text, and a count
 * has no separators.
 */
function withoutFormat(result: CellResult): CellResult {
  if (result.is === 'error' || typeof result.value !== 'number') return result;
  const { value, numberFormat = '' } = result;
  return { is: 'value', value: DATE_FORMAT.test(numberFormat) ? dayOfSerial(value) : value };
}

function toErrorType(code: string): ErrorType {
  return Object.values(ErrorType).find((type) => type === code) ?? ErrorType.VALUE;
}

import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/preset-sheets-core';
import type { CellResult, ResultTable } from './cell-result';
import { type CustomFunction, type CustomFunctionsGlobal, isErrorCode } from './custom-functions';
import type { FunctionMetadata, ParameterMetadata } from './function-metadata';
import type { Invocations } from './invocations';
import type { Nullable } from '@univerjs/core';
import { dayOfSerial } from '../../shared/formulas';

/**
 * One of the add-in's functions in the grid's own terms.
 *
 * Univer's `registerFunction` is not used: it parses every text that a function returns as if it were typed, so that
 * `11-50` becomes a date and `{a}` a table, and it turns blanks into 0. `registerAsyncFunction` is worse: it waits for
 * one cell after the other. This class uses the engine's value objects, which keep text as text.
 */
export class ExcelFunction extends BaseFunction {
  constructor(
    private readonly metadata: FunctionMetadata,
    private readonly run: CustomFunction,
    private readonly invocations: Invocations,
    private readonly customFunctions: CustomFunctionsGlobal,
  ) {
    super(metadata.name);
  }

  /** A literal such as `"11-50"` stays text. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const { name, parameters } = this.metadata;
    const args = toArguments(given, parameters, this.customFunctions);
    const cell = { unitId: this.unitId ?? '', sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const run = given.length > parameters.length ? () => this.refuseArguments() : this.run;
    return toValueObject(this.invocations.tableFor({ cell, functionName: name, run, args }));
  }

  /** Excel refuses a formula with too many arguments; the grid does not. */
  private refuseArguments(): never {
    const { name, parameters } = this.metadata;
    const names = parameters.map((parameter) => parameter.name).join(', ');
    throw new this.customFunctions.Error('#VALUE!', `Too many arguments: ${name}(${names}) takes no more.`);
  }
}

/**
 * The arguments of one call, one for each parameter, as Excel converts them for a matrix: a cell or a literal is a table too, an
 * omitted argument is `null`, and so is a blank cell (as in Excel on the web; Excel on the desktop passes 0). Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options.
 */
function toArguments(
  given: readonly BaseValueObject[],
  parameters: readonly ParameterMetadata[],
  customFunctions: CustomFunctionsGlobal,
): unknown[] {
  return parameters.map((_parameter, index) => {
    const value = given[index];
    if (value === undefined || value.isNull()) return null;
    const table = value.isArray() ? value.getArrayValue() : [[value]];
    return table.map((row) => row.map((cell) => toPlainValue(cell, customFunctions)));
  });
}

function toPlainValue(cell: Nullable<BaseValueObject>, customFunctions: CustomFunctionsGlobal): unknown {
  if (!cell || cell.isNull()) return null;
  const value = cell.getValue();
  if (!cell.isError()) return value;
  return new customFunctions.Error(isErrorCode(value) ? value : '#VALUE!');
}

const DATE_FORMAT = /[ymd]/i;

/** A result in the form of the grid's engine: one value, or a table that spills. */
function toValueObject(table: ResultTable): BaseValueObject {
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

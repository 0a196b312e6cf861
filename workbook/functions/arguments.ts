import type { Nullable } from '@univerjs/core';
import type { BaseValueObject } from '@univerjs/preset-sheets-core';
import { isErrorCode, type CustomFunctionsGlobal } from './custom-functions';
import type { ParameterMetadata } from './function-metadata';

/**
 * The arguments of one call, one for each parameter, as Excel converts them: a matrix parameter always gets a table, an
 * omitted one gets `null`, and so does a blank cell (as in Excel on the web; Excel on the desktop passes 0). Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options.
 */
export function toArguments(
  given: readonly BaseValueObject[],
  parameters: readonly ParameterMetadata[],
  customFunctions: CustomFunctionsGlobal,
): unknown[] {
  return parameters.map(({ isMatrix }, index) => {
    const value = given[index];
    if (value === undefined || value.isNull()) return null;
    const table = value.isArray() ? value.getArrayValue() : [[value]];
    if (!isMatrix) return toPlainValue(table[0]?.[0], customFunctions);
    return table.map((row) => row.map((cell) => toPlainValue(cell, customFunctions)));
  });
}

function toPlainValue(cell: Nullable<BaseValueObject>, customFunctions: CustomFunctionsGlobal): unknown {
  if (!cell || cell.isNull()) return null;
  const value = cell.getValue();
  if (!cell.isError()) return value;
  return new customFunctions.Error(isErrorCode(value) ? value : '#VALUE!');
}

import { BaseFunction, type BaseValueObject } from '@univerjs/preset-sheets-core';
import { toArguments } from './arguments';
import { isCustomFunctionError, toErrorTable } from './cell-result';
import type { CustomFunction, CustomFunctionsGlobal } from './custom-functions';
import type { FunctionMetadata } from './function-metadata';
import type { Invocations } from './invocations';
import { toValueObject } from './value-objects';

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
    const { name, parameters, takesErrors } = this.metadata;
    const args = toArguments(given, parameters, this.customFunctions);
    const refused = takesErrors ? undefined : args.flat(2).find(isCustomFunctionError);
    if (refused !== undefined) return toValueObject(toErrorTable(refused));
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

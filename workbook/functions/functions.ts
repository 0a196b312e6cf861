import { ICommandService, IUniverInstanceService, RANGE_TYPE, Tools, type Univer, type Workbook } from '@univerjs/core';
import {
  FunctionType,
  IDescriptionService,
  IFunctionService,
  SetTriggerFormulaCalculationStartMutation,
  type IFunctionInfo,
} from '@univerjs/preset-sheets-core';
import type { CustomFunctionsGlobal } from './custom-functions';
import { ExcelFunction } from './excel-function';
import type { FunctionMetadata } from './function-metadata';
import { Invocations, type CellAddress } from './invocations';

/** Answers that arrive together are shown by one recalculation. */
const GATHER_ANSWERS_MS = 20;

/** Registers the add-in's functions with the grid: their names, their help while a formula is typed, and their work. */
export function registerFunctions(
  univer: Univer,
  functions: readonly FunctionMetadata[],
  customFunctions: CustomFunctionsGlobal,
  onProgress: () => void,
): Invocations {
  const injector = univer.__getInjector();
  const toAddress = makeAddresses(injector.get(IUniverInstanceService));
  const invocations = new Invocations(toAddress, makeRecalculation(injector.get(ICommandService)), onProgress);
  const functionService = injector.get(IFunctionService);
  for (const metadata of functions) {
    const run = customFunctions._association.mappings[metadata.id.toUpperCase()];
    if (run === undefined) throw new Error(`functions.js has no function for ${metadata.id}`);
    functionService.registerExecutors(new ExcelFunction(metadata, run, invocations, customFunctions));
  }
  injector.get(IDescriptionService).registerDescriptions(functions.map(toFunctionInfo));
  return invocations;
}

/** Cell addresses as Excel passes them to functions; sheet names may contain any character. */
function makeAddresses(instances: IUniverInstanceService): (cell: CellAddress) => string {
  return ({ unitId, sheetId, row, column }) => {
    const sheet = instances.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId)?.getName() ?? '';
    return `'${sheet.replace(/'/g, "''")}'!${Tools.chatAtABC(column)}${row + 1}`;
  };
}

/** Recalculates the cells that have their answers, and the cells that depend on them. */
function makeRecalculation(commandService: ICommandService): (cell: CellAddress) => void {
  let settled: CellAddress[] = [];
  const recalculate = (): void => {
    const dirtyRanges = settled.map(toUnitRange);
    settled = [];
    void commandService.executeCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { dirtyRanges, ...NOTHING_ELSE_IS_DIRTY },
      { onlyLocal: true },
    );
  };
  return (cell) => {
    if (settled.length === 0) setTimeout(recalculate, GATHER_ANSWERS_MS);
    settled.push(cell);
  };
}

const NOTHING_ELSE_IS_DIRTY = {
  forceCalculation: false,
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

function toUnitRange({ unitId, sheetId, row, column }: CellAddress) {
  const range = { rangeType: RANGE_TYPE.NORMAL, startRow: row, endRow: row, startColumn: column, endColumn: column };
  return { unitId, sheetId, range };
}

function toFunctionInfo({ name, description, parameters }: FunctionMetadata): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  mergeLocales,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, FormulaDataModel, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterTexts from '@univerjs/preset-sheets-filter/locales/en-US';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortTexts from '@univerjs/preset-sheets-sort/locales/en-US';
import { GridFormulas } from './grid-formulas';
import { GridHistory } from './grid-history';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';

export interface Grid {
  readonly univer: Univer;
  /** The grid's own scripting facade. */
  readonly api: FUniver;
  readonly history: GridHistory;
}

/** A workbook and a sheet of the grid, as its facade offers them. */
export type FWorkbook = NonNullable<ReturnType<FUniver['getActiveWorkbook']>>;
export type FSheet = ReturnType<FWorkbook['getSheets']>[number];

/**
 * Starts the grid in the element with this id. `@univerjs/presets` has a shorter way, but brings packages without a
 * license.
 */
export function startGrid(container: string, darkMode: boolean): Grid {
  const univer = new Univer({
    override: [[IUndoRedoService, { useFactory: makeHistory, deps: HISTORY_DEPENDENCIES, lazy: true }]],
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreTexts, sortTexts, filterTexts) },
    logLevel: LogLevel.WARN,
    darkMode,
  });
  const core = UniverSheetsCorePreset({
    container,
    ribbonType: 'simple',
    // Our functions can only be registered once the first workbook exists; then everything is calculated.
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
  });
  for (const plugin of [core, UniverSheetsSortPreset(), UniverSheetsFilterPreset()].flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const injector = univer.__getInjector();
  injector.replace([FormulaDataModel, { useClass: GridFormulas }]);
  const history = injector.get(IUndoRedoService) as GridHistory;
  return { univer, api: FUniver.newAPI(univer), history };
}

const HISTORY_DEPENDENCIES = [IUniverInstanceService, ICommandService, IContextService];
const makeHistory = (...needed: ConstructorParameters<typeof GridHistory>): GridHistory => new GridHistory(...needed);

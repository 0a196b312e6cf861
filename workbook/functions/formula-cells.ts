import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { callsTrace } from '../../shared/panel';
import type { Grid } from '../grid/grid';
import type { CellAddress } from './invocations';

/** The cells of the open workbook that hold a Trace formula, in all of its sheets. */
export function readFormulaCells({ univer, api }: Grid): CellAddress[] {
  const unitId = api.getActiveWorkbook()?.getId() ?? '';
  const model = univer.__getInjector().get(FormulaDataModel);
  const sheets = Object.entries(model.getFormulaData()[unitId] ?? {});
  return sheets.flatMap(([sheetId, rows]) =>
    Object.entries(rows ?? {}).flatMap(([row, columns]) =>
      Object.keys(columns ?? {})
        .map((column): CellAddress => ({ unitId, sheetId, row: Number(row), column: Number(column) }))
        .filter((cell) => callsTrace(model.getFormulaStringByCell(cell.row, cell.column, sheetId, unitId))),
    ),
  );
}

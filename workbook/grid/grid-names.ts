import { AbsoluteRefType, generateRandomId, type IRange } from '@univerjs/core';
import {
  deserializeRangeWithSheet,
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  serializeRangeWithSheet,
  SetDefinedNameMutation,
  type IDefinedNamesServiceParam,
} from '@univerjs/preset-sheets-core';
import type { FWorkbook, Grid } from './grid';
import type { GridName, GridWorkbook } from './grid-workbook';

type GridNames = Pick<GridWorkbook, 'readNames' | 'addName' | 'hideName' | 'removeName'>;

/**
 * The grid's own names: it moves them along with columns, rows and sheets, and saves them with the workbook. Changing
 * them makes no undo step for the user.
 */
export function makeGridNames({ api, univer }: Grid, open: () => FWorkbook): GridNames {
  const service = (): IDefinedNamesService => univer.__getInjector().get(IDefinedNamesService);
  const all = (): readonly IDefinedNamesServiceParam[] =>
    Object.values(service().getDefinedNameMap(open().getId()) ?? {});
  const change = (id: string, param: IDefinedNamesServiceParam): void => {
    api.syncExecuteCommand(id, { unitId: open().getId(), ...param });
  };
  const find = (name: Pick<GridName, 'name' | 'scope'>): IDefinedNamesServiceParam | undefined =>
    all().find((param) => param.name === name.name && scopeOf(param) === name.scope);
  return {
    readNames: () =>
      all().map((param) => ({
        name: param.name,
        isHidden: param.hidden === true,
        scope: scopeOf(param),
        // Each lookup of a name reads all, and needs the place of one at most.
        get refersTo() {
          return readReference(open(), param.formulaOrRefString);
        },
      })),
    addName(name, sheetId, { row, column, rowCount, columnCount }) {
      const sheet = open().getSheetBySheetId(sheetId)!;
      const range: IRange = {
        startRow: row,
        endRow: row + rowCount - 1,
        startColumn: column,
        endColumn: column + columnCount - 1,
        startAbsoluteRefType: AbsoluteRefType.ALL,
        endAbsoluteRefType: AbsoluteRefType.ALL,
      };
      change(SetDefinedNameMutation.id, {
        id: generateRandomId(10),
        name,
        formulaOrRefString: serializeRangeWithSheet(sheet.getSheetName(), range),
        localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      });
    },
    hideName(name) {
      const param = find({ name, scope: null });
      if (param !== undefined) change(SetDefinedNameMutation.id, { ...param, hidden: true });
    },
    removeName(name) {
      const param = find(name);
      if (param !== undefined) change(RemoveDefinedNameMutation.id, param);
    },
  };
}

function scopeOf({ localSheetId }: IDefinedNamesServiceParam): string | null {
  return localSheetId === undefined || localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : localSheetId;
}

/** `null`: `#REF!`, or a formula. */
function readReference(workbook: FWorkbook, text: string): GridName['refersTo'] {
  const { sheetName, range } = deserializeRangeWithSheet(text);
  const { startRow, endRow, startColumn, endColumn } = range;
  const sheet = workbook.getSheetByName(sheetName.replaceAll("''", "'"));
  if (!sheet || ![startRow, endRow, startColumn, endColumn].every((number) => number >= 0)) return null;
  const area = {
    row: startRow,
    column: startColumn,
    rowCount: endRow - startRow + 1,
    columnCount: endColumn - startColumn + 1,
  };
  return { sheetId: sheet.getSheetId(), area };
}

import { FormulaDataModel } from '@univerjs/preset-sheets-core';

type Update = FormulaDataModel['updateFormulaData'];

/** With every change the grid goes through all cells of all sheets, and needs those of the changed sheet only. */
export class GridFormulas extends FormulaDataModel {
  private changed: { readonly unitId: string; readonly sheetId: string } | null = null;

  override updateFormulaData(...[unitId, sheetId, cells]: Parameters<Update>): ReturnType<Update> {
    this.changed = { unitId, sheetId };
    try {
      return super.updateFormulaData(unitId, sheetId, cells);
    } finally {
      this.changed = null;
    }
  }

  override getFormulaData(): ReturnType<FormulaDataModel['getFormulaData']> {
    if (this.changed === null) return super.getFormulaData();
    const { unitId, sheetId } = this.changed;
    return { [unitId]: { [sheetId]: this.getSheetFormulaData(unitId, sheetId) } };
  }
}

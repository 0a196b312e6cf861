import type { IWorksheetData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { InsertSheetMutation } from '@univerjs/preset-sheets-core';
import { SHEET_LOOKS } from '../sheets/sheet-data';

/** A sheet that a person or an enrichment adds gets the font of all others: the grid's own is larger. */
export function styleNewSheets(api: FUniver): void {
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params }) => {
    if (id !== InsertSheetMutation.id) return;
    const { sheet } = params as unknown as { readonly sheet: Partial<IWorksheetData> };
    // A sheet that comes back by undo keeps its own.
    if (sheet.defaultStyle === undefined) Object.assign(sheet, SHEET_LOOKS);
  });
}

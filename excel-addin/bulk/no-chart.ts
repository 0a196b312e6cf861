/**
 * In a separate file, because it is translated. The other texts of `add-sheet.ts` are cell contents or Excel's
 * own names, and stay as they are.
 */
export const NO_CHART = "This workbook can't draw charts. Save them as a picture instead.";

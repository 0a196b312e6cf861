import { readEntered } from '../grid/entered-value';
import { overlap, type GridSheet, type GridContent, type RangeArea } from '../grid/grid-workbook';
import { OfficeError } from './office-error';

type Cells = readonly (readonly unknown[])[];

/** Values into cells, as if typed; `null` leaves a cell unchanged. */
export function enterValues(sheet: GridSheet, area: RangeArea, entered: Cells): void {
  checkMayEnter(sheet, area, entered);
  const formats = sheet.readFormats(area);
  const content = entered.map((cells, row) =>
    cells.map((value, column) => (value === null ? null : readEntered(value, formats[row]?.[column] ?? ''))),
  );
  sheet.writeValues(area, content);
  const taken = content.map((cells) => cells.map((each) => (each?.is === 'value' ? (each.format ?? null) : null)));
  if (taken.some((cells) => cells.some((format) => format !== null))) sheet.writeFormats(area, taken);
}

/**
 * Entering the formulas that are there recalculates them. Others take the place of what is in the cells. A cell
 * formatted as text keeps their text: https://support.microsoft.com/office/format-numbers-as-text.
 */
export function enterFormulas(sheet: GridSheet, area: RangeArea, entered: Cells): void {
  checkMayEnter(sheet, area, entered);
  const [present, formats] = [sheet.readFormulas(area), sheet.readFormats(area)];
  const isAgain = present.every((cells, row) =>
    cells.every(
      (formula, column) =>
        formula !== '' &&
        formats[row]?.[column] !== '@' &&
        [null, formula].includes(entered[row]?.[column] as string | null),
    ),
  );
  if (!isAgain) {
    const typed = entered.map((cells, row) =>
      cells.map((formula, column) =>
        formula === null ? null : readEntered(formula, formats[row]?.[column] === '@' ? '@' : ''),
      ),
    );
    return sheet.writeValues(area, typed);
  }
  if (sheet.readArrays().some((array) => overlap(array, area) !== null)) {
    throw new Error('This would make formulas of their own of an array.');
  }
  entered.forEach((cells, row) =>
    cells.forEach((formula, column) => {
      if (formula !== null) sheet.retry(area.row + row, area.column + column);
    }),
  );
}

/** Over the same cells: their formulas become what they show. */
export function keepValues(sheet: GridSheet, area: RangeArea): void {
  const values = sheet.readValues(area);
  checkMayEnter(sheet, area, values);
  const content = values.map((cells) =>
    cells.map((value): GridContent =>
      value === '' ? { is: 'blank' } : { is: 'value', value: value as string | number | boolean },
    ),
  );
  sheet.writeValues(area, content);
}

/** Excel knows protection of formats by sheet. */
export function checkMayFormat(sheet: GridSheet): void {
  if (sheet.readProtection()?.allowFormatCells === false) {
    throw new OfficeError('AccessDenied', 'the cells of this sheet may not be formatted.');
  }
}

/** Excel knows protection by cell, and an array only as a whole. */
export function checkMayEnter(sheet: GridSheet, area: RangeArea, entered: Cells): void {
  const isLocked = entered.some((cells, row) =>
    cells.some((_value, column) => sheet.isLocked(area.row + row, area.column + column)),
  );
  if (isLocked && sheet.readProtection() !== null) throw new OfficeError('AccessDenied', 'the cells are protected.');
  for (const array of sheet.readArrays()) {
    const shared = overlap(array, area);
    if (shared === null) continue;
    if (shared.rowCount < array.rowCount || shared.columnCount < array.columnCount) {
      throw new OfficeError('InvalidOperation', 'a part of an array cannot be changed.');
    }
  }
}

export type ShownCell = string | number | boolean | Date;

/** What a formula's cells show for the value that its function returned. Throws if no such value is known to work. */
export function toShownCells(value: unknown): readonly (readonly ShownCell[])[] {
  if (!Array.isArray(value)) return [[toShownCell(value)]];
  const rows = value as readonly unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return rows.map((row) => {
    if (!Array.isArray(row) || row.length !== width || width === 0)
      throw new Error('a custom function returned no rectangle');
    return row.map(toShownCell);
  });
}

function toShownCell(value: unknown): ShownCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Object.prototype.toString.call(value) === '[object Date]') return new Date((value as Date).getTime());
  throw new Error(`a custom function returned ${Object.prototype.toString.call(value)} for a cell`);
}

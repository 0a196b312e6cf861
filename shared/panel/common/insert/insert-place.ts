import type { SheetLooks } from '../../added-sheet';
import type { ActiveCell, BulkHost } from '../../bulk-host';

/** The first cell of what is inserted. */
export type InsertPlace = Pick<ActiveCell, 'sheet' | 'sheetName' | 'row' | 'column'>;

/** Whether something can be inserted at the active cell. What a person has selected otherwise is left alone. */
export function isBlank({ value, formula }: Pick<ActiveCell, 'value' | 'formula'>): boolean {
  return value === '' && formula === '';
}

/** Room for a domain or a name, which most first columns have. */
const LOOKS: SheetLooks = { widths: [26], formats: [] };

/** Adds a sheet after the others and shows it. Throws what the host throws. */
export async function addSheet(host: Pick<BulkHost, 'addSheet'>, title: string): Promise<InsertPlace> {
  const { sheet, name } = await host.addSheet({ title, rows: [], looks: LOOKS });
  return { sheet, sheetName: name, row: 0, column: 0 };
}

import { FUNCTIONS } from '../../catalogue/index';
import type { SheetPort } from '../../enrich/sheet/ports';
import { isApiKey } from '../../client/request';
import type { BulkHost } from '../bulk-host';
import type { CellPlace } from '../cell/selected-cell';

/** A cell of a sheet with this name. */
export interface FoundCell extends CellPlace {
  readonly sheetName: string;
}

const CELLS_PER_READ = 20_000;
/** A file with more keys has another problem. */
const MOST_FOUND = 100;
const MOST_CELLS = 400_000;
const NAMES: ReadonlySet<string> = new Set(FUNCTIONS.map(({ id }) => id));

/** Whether a cell holds a key and nothing else. The name of a function is not a key. */
function isPastedKey(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const text = value.trim().replace(/^["']|["']$/g, '');
  return isApiKey(text) && !NAMES.has(text.toUpperCase().replace(/\(.*/, ''));
}

/**
 * The cells that hold a key: of all sheets where the host lists them, otherwise of the one that is open. Cells with formulas
 * are left out. Throws what the host throws.
 */
export async function findPastedKeys(host: Pick<BulkHost, 'ports' | 'activeCell'>): Promise<readonly FoundCell[]> {
  const port = host.ports.sheet;
  const found: FoundCell[] = [];
  let left = MOST_CELLS;
  for (const id of await sheetsOf(host)) {
    const info = await port.info(id);
    if (info === null || info.rows === 0 || info.columns === 0) continue;
    const columns = Array.from({ length: info.columns }, (_column, at) => at);
    const perRead = Math.max(1, Math.floor(CELLS_PER_READ / info.columns));
    for (let row = 0; row < info.rows && left > 0 && found.length < MOST_FOUND; row += perRead) {
      const rows = Math.min(perRead, info.rows - row);
      left -= rows * columns.length;
      const block = await port.read({ sheet: id, row, rows, columns, withFormats: false });
      block.columns.forEach(({ values, formulas }, column) =>
        values.forEach((value, offset) => {
          if (found.length < MOST_FOUND && !formulas.has(offset) && isPastedKey(value))
            found.push({ sheet: id, sheetName: info.name, row: row + offset, column });
        }),
      );
    }
  }
  return found;
}

async function sheetsOf(host: Pick<BulkHost, 'ports' | 'activeCell'>): Promise<readonly string[]> {
  const all = await host.ports.sheet.list();
  if (all !== null) return all.map(({ id }) => id);
  const cell = await host.activeCell();
  return cell === 'object' ? [] : [cell.sheet];
}

interface ClearedKeys {
  readonly cleared: readonly FoundCell[];
  /** Cells that hold something else now, are protected, or are gone. */
  readonly left: number;
}

/** Blanks cells that still hold a key, and touches no other. Throws what the host throws. */
export async function clearPastedKeys(port: SheetPort, cells: readonly FoundCell[]): Promise<ClearedKeys> {
  const cleared: FoundCell[] = [];
  for (const cell of cells) {
    const { sheet, row, column } = cell;
    const place = { sheet, row, rows: 1, columns: [column], withFormats: false };
    const [read] = (await port.read(place)).columns;
    const value = read?.values[0] ?? '';
    if (read === undefined || read.formulas.has(0) || read.merged.has(0) || !isPastedKey(value)) continue;
    const { moved, refused } = await port.write({
      sheet,
      rows: [row],
      columns: [column],
      cells: [[{ kind: 'blank' }]],
      guard: { input: null, before: [[value]] },
    });
    if (moved.length === 0 && refused.length === 0) cleared.push(cell);
  }
  return { cleared, left: cells.length - cleared.length };
}

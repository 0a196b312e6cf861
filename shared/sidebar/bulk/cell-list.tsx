import type { BulkHost } from '../bulk-host';
import { cellName } from './bulk-text';

/** More are no help to anybody, and slow. */
const MOST_SHOWN = 100;

export interface ListedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Props {
  readonly host: BulkHost;
  readonly sheet: string;
  readonly title: string;
  readonly cells: readonly ListedCell[];
}

/** Cells that a person may want to see: each is a button that selects it in the sheet. */
export function CellList({ host, sheet, title, cells }: Props) {
  if (cells.length === 0) return null;
  return (
    <details class="cells">
      <summary>{title}</summary>
      <ul>
        {cells.slice(0, MOST_SHOWN).map(({ row, column, text }) => (
          <li key={`${row}.${column}`}>
            <button
              type="button"
              class="link"
              onClick={() => void host.showCell(sheet, row, column).catch(() => undefined)}
            >
              {cellName(row, column)}
            </button>{' '}
            {text}
          </li>
        ))}
        {cells.length > MOST_SHOWN && <li>and {(cells.length - MOST_SHOWN).toLocaleString('en-US')} more</li>}
      </ul>
    </details>
  );
}

import { say } from '../../errors/say';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { attempt } from './bulk-engine';
import type { ListedCell } from './selection/source-text';
import { cellName } from './words';

/** Shown at once: thousands are slow to draw, and no one reads them. */
const SHOWN_AT_ONCE = 100;

interface Props {
  readonly host: Pick<BulkHost, 'showCells'>;
  readonly sheet: string;
  readonly title: string;
  readonly cells: readonly ListedCell[];
  /** Whether all of them can be selected at once; they are in one column then. */
  readonly canShowAll?: boolean;
}

/** Cells that a person may want to see, each as a button that selects it in the sheet. */
export function CellList({ host, sheet, title, cells, canShowAll = false }: Props) {
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  // The first new one: the button that loaded it moves or disappears.
  useLayoutEffect(() => {
    if (most > SHOWN_AT_ONCE) list.current?.children[most - SHOWN_AT_ONCE]?.querySelector('button')?.focus();
  }, [most]);
  if (cells.length === 0) return null;
  const show = async (cell: ListedCell): Promise<void> => {
    const shown = await attempt(() => host.showCells(sheet, cell.column, [cell.row]));
    setSaid(shown.ok ? '' : say(shown.error, 'run'));
  };
  const showAll = async (): Promise<void> => {
    const rows = cells.map(({ row }) => row);
    const shown = await attempt(() => host.showCells(sheet, cells[0]!.column, rows));
    setSaid(shown.ok ? '' : say(shown.error, 'run'));
  };
  const left = cells.length - most;
  return (
    <details class="cells">
      <summary>{title}</summary>
      {canShowAll && cells.length > 1 && (
        <button type="button" class="link" onClick={() => void showAll()}>
          Select these {cells.length.toLocaleString('en-US')} cells
        </button>
      )}
      <ul ref={list}>
        {cells.slice(0, most).map((cell) => (
          <li key={`${cell.row}.${cell.column}`}>
            <button type="button" class="link" onClick={() => void show(cell)}>
              {cellName(cell.row, cell.column)}
            </button>{' '}
            {cell.text}
          </li>
        ))}
        {left > 0 && (
          <li key="more">
            <button type="button" class="link" onClick={() => setMost(most + SHOWN_AT_ONCE)}>
              Show {Math.min(left, SHOWN_AT_ONCE)} more of {left.toLocaleString('en-US')}
            </button>
          </li>
        )}
      </ul>
      <p role="status">{said}</p>
    </details>
  );
}

import { say } from '../../errors/say';
import { useState } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import { attempt } from './bulk-engine';
import type { ListedCell } from './selection/source-text';
import { useShowMore } from './show-more';
import { cellName } from './words';
import { Said } from './outcome';

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
  const { most, list, button } = useShowMore<HTMLUListElement>(cells.length);
  const [said, setSaid] = useState('');
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
      </ul>
      {button}
      <Said>{said}</Said>
    </details>
  );
}

import type { ListedCell } from './selection/source-text';
import { useShowMore } from './show-more';
import { Said, Problem } from './outcome';
import { useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { BulkHost } from '../bulk-host';
import type { CellPlace } from '../cell/selected-cell';
import { attempt } from './bulk-engine';
import { useSheet } from './sheet';
import { cellName } from './words';
import { LinkButton, PressButton } from './press-button';

interface Props {
  readonly sheet: string;
  readonly title: string;
  readonly cells: readonly ListedCell[];
  /** Whether all of them can be selected at once; they are in one column then. */
  readonly canShowAll?: boolean;
}

/** Cells that a person may want to see, each as a button that selects it in the sheet. */
export function CellList({ sheet, title, cells, canShowAll = false }: Props) {
  const engine = useSheet();
  const { most, list, button } = useShowMore<HTMLUListElement>(cells.length);
  const [said, setSaid] = useState('');
  if (cells.length === 0) return null;
  /** @param some cells of one column */
  const show = async (some: readonly ListedCell[]): Promise<void> => {
    const rows = some.map(({ row }) => row);
    const shown = await attempt(() => engine.showCells(sheet, some[0]!.column, rows));
    setSaid(shown.ok ? '' : say(shown.error, 'run'));
  };
  return (
    <details class="cells">
      <summary>{title}</summary>
      {canShowAll && cells.length > 1 && (
        <LinkButton onPress={() => void show(cells)}>
          Select these {cells.length.toLocaleString('en-US')} cells
        </LinkButton>
      )}
      <ul ref={list}>
        {cells.slice(0, most).map((cell) => (
          <li key={`${cell.row}.${cell.column}`}>
            <LinkButton onPress={() => void show([cell])}>{cellName(cell.row, cell.column)}</LinkButton> {cell.text}
          </li>
        ))}
      </ul>
      {button}
      <Said>{said}</Said>
    </details>
  );
}

interface ShowCellProps {
  readonly bulk: Pick<BulkHost, 'showCells'>;
  readonly cell: CellPlace;
}

/** Selects a cell in the sheet. */
export function ShowCell({ bulk, cell }: ShowCellProps) {
  const [problem, setProblem] = useState('');
  const show = async (): Promise<void> => {
    const shown = await attempt(() => bulk.showCells(cell.sheet, cell.column, [cell.row]));
    setProblem(shown.ok ? '' : say(shown.error, 'action'));
  };
  return (
    <>
      <PressButton onPress={() => void show()}>Show {cellName(cell.row, cell.column)}</PressButton>
      <Problem>{problem}</Problem>
    </>
  );
}

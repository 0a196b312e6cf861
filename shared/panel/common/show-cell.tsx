import { useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { BulkHost } from '../bulk-host';
import type { CellPlace } from '../cell/selected-cell';
import { attempt } from './bulk-engine';
import { cellName } from './words';
import { Problem } from './outcome';

interface Props {
  readonly bulk: Pick<BulkHost, 'showCells'>;
  readonly cell: CellPlace;
}

/** Selects a cell in the sheet. */
export function ShowCell({ bulk, cell }: Props) {
  const [problem, setProblem] = useState('');
  const show = async (): Promise<void> => {
    const shown = await attempt(() => bulk.showCells(cell.sheet, cell.column, [cell.row]));
    setProblem(shown.ok ? '' : say(shown.error, 'action'));
  };
  return (
    <>
      <button type="button" onClick={() => void show()}>
        Show {cellName(cell.row, cell.column)}
      </button>
      <Problem>{problem}</Problem>
    </>
  );
}

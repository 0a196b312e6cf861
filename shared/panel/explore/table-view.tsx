import { isDay, type Cell, type Table } from '../../cells/values';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { toDayText } from '../day-text';

interface Props {
  /** With its titles in the first row. */
  readonly table: Table;
  readonly label: string;
  /** Names of columns, for people. */
  readonly titles: readonly string[];
  /** Opens what a row is about; `null`: it is about nothing that can be opened. */
  readonly toOpen: (row: readonly Cell[]) => (() => void) | null;
}

/** A table of an answer. The first cell of a row opens it. */
export function TableView({ table, label, titles, toOpen }: Props) {
  const [, ...rows] = table;
  return (
    <div class="scrolled explore-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const open = toOpen(row);
            return (
              <tr key={at}>
                {titles.map((title, column) => (
                  <td key={title}>
                    {column === 0 && open !== null ? (
                      <button type="button" class="link" onClick={open}>
                        {toText(row[column])}
                      </button>
                    ) : (
                      toText(row[column])
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function toText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return cell.toLocaleString('en-US');
  if (typeof cell === 'object') return isDay(cell) ? toDayText(cell.day) : sentenceInPanel(cell);
  return String(cell);
}

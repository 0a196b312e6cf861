import { useEffect, useState } from 'preact/hooks';
import { findNotTracked, type NotTrackedCell } from '../../enrich/plan/not-tracked';
import { say } from '../../errors/say';
import { attempt } from '../common/bulk-engine';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { cellName, count, isolated } from '../common/words';

interface Props {
  readonly sheet: string;
  /** From 0. */
  readonly column: number;
}

/** No one looks through more, one by one. */
const MOST_SHOWN = 50;

/** The companies of a column that Trace has no data on, with the ones that were probably meant. Reading them is free. */
export function NotTrackedList({ sheet, column }: Props) {
  const engine = useSheet();
  const [cells, setCells] = useState<readonly NotTrackedCell[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isStopped = false;
    void engine
      .beside((ports) => findNotTracked(ports, sheet, column))
      .then((ended) => {
        if (!isStopped && ended.ok) setCells(ended.value);
      });
    return () => void (isStopped = true);
  }, [engine, sheet, column]);
  if (cells.length === 0) return null;
  const show = async ({ row }: NotTrackedCell): Promise<void> => {
    const shown = await attempt(() => engine.showCells(sheet, column, [row]));
    setSaid(shown.ok ? '' : say(shown.error, 'action'));
  };
  const use = async ({ row, text }: NotTrackedCell, nearest: string): Promise<void> => {
    const ended = await attempt(() => engine.host.replaceCell({ sheet, row, column }, text, nearest));
    const name = cellName(row, column);
    if (!ended.ok) return setSaid(say(ended.error, 'action'));
    if (!ended.value) return setSaid(`${name} has changed since, so it stays.`);
    setCells((now) => now.filter((cell) => cell.row !== row));
    setSaid(`${name} is ${nearest} now. Enrich again to fill its row.`);
  };
  const similar = cells.filter(({ nearest }) => nearest !== null);
  const others = cells.filter(({ nearest }) => nearest === null);
  const shown = [...similar, ...others].slice(0, MOST_SHOWN);
  return (
    <details class="cells" open={similar.length > 0}>
      <summary>Trace has no data on {count(cells.length, 'company', 'companies')}</summary>
      <ul>
        {shown.map((cell) => (
          <li key={cell.row}>
            <button type="button" class="link" onClick={() => void show(cell)}>
              {cellName(cell.row, column)}
            </button>{' '}
            {isolated(cell.text)}
            {cell.nearest !== null && (
              <>
                . Did you mean {cell.nearest}?{' '}
                <PressButton onPress={() => void use(cell, cell.nearest!)}>Use “{cell.nearest}”</PressButton>
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </details>
  );
}

import { useState } from 'preact/hooks';
import type { Bar } from '../../enrich/chart/top-values';
import { count } from '../common/words';
import { toShareText } from './bulk-text';

interface Props {
  /** Of the column. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Rows with an answer: what the bars are shares of. */
  readonly answered: number;
  readonly onSelect: (value: string) => void;
}

/** More fill the panel. */
const SHOWN_AT_FIRST = 8;

/** Values with the number and share of their rows. A click selects those. */
export function BarList({ title, bars, answered, onSelect }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? bars : bars.slice(0, SHOWN_AT_FIRST);
  const left = bars.length - shown.length;
  const most = bars[0]?.rows ?? 1;
  return (
    <>
      <ol class="bars" aria-label={`Most common in ${title}`}>
        {shown.map(({ name, rows }) => (
          <li key={name}>
            <button type="button" title={`Select the rows with ${name}`} onClick={() => onSelect(name)}>
              <span class="bar-name">{name}</span>
              <span class="bar-count">
                {count(rows, 'row', 'rows')} · {toShareText(rows, answered)}
              </span>
              <span class="bar" style={{ width: `${(100 * rows) / most}%` }} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          Show {left} more
        </button>
      )}
    </>
  );
}

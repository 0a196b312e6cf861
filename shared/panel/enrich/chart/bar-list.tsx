import { useState } from 'preact/hooks';
import type { Bar } from '../../../enrich/chart/top-values';
import { MenuButton } from '../../common/menu-button';
import { count } from '../../common/words';
import { toShareText } from '../run-text';
import { LinkButton } from '../../common/press-button';

/** What a person can do with the rows of a bar. */
export type RowsUse = 'filter' | 'select' | 'copy' | 'list';

const LABELS: Readonly<Record<RowsUse, string>> = {
  filter: 'Filter',
  select: 'Select rows',
  copy: 'Copy to a sheet',
  list: 'Save as list',
};

interface Props {
  /** The column's title. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Rows with an answer: each bar is a share of them. */
  readonly answered: number;
  readonly uses: readonly RowsUse[];
  readonly isOff: boolean;
  readonly onUse: (value: string, use: RowsUse) => void;
}

/** More would fill the panel. */
const SHOWN_AT_FIRST = 8;

/** Values with the number and share of their rows. Each has a menu of what can be done with those rows. */
export function BarList({ title, bars, answered, uses, isOff, onUse }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? bars : bars.slice(0, SHOWN_AT_FIRST);
  const more = bars.length - shown.length;
  return (
    <>
      <ol class="bars" aria-label={`Most common in ${title}`}>
        {shown.map(({ name, rows }) => (
          <li key={name}>
            <MenuButton
              label={`Rows with ${name}`}
              isOff={isOff}
              items={uses.map((use) => ({ label: LABELS[use], onChoose: () => onUse(name, use) }))}
            >
              <span class="bar-name">{name}</span>{' '}
              <span class="bar-count">
                {count(rows, 'row', 'rows')} · {toShareText(rows, answered)}
              </span>
              <span class="bar" aria-hidden="true">
                <span style={{ width: `${(100 * rows) / Math.max(rows, answered)}%` }} />
              </span>
            </MenuButton>
          </li>
        ))}
      </ol>
      {more > 0 && <LinkButton onPress={() => setWhole(true)}>Show {more} more</LinkButton>}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { useShowMore } from './show-more';

/** A company, a technology or a partner, in one row or two. */
export interface Row {
  readonly title: string;
  /** At the end of the first line; `''`: nothing. */
  readonly beside: string;
  /** The second line; `''`: none. */
  readonly below: string;
  /** Drawn at the bottom; absent: nothing. */
  readonly bar?: ComponentChildren;
  /** `null`: it cannot be opened. */
  readonly open: (() => void) | null;
}

interface Props {
  readonly label: string;
  readonly rows: readonly Row[];
  /** How many are shown before the person asks for more. */
  readonly first: number;
}

/** A list as long as what it shows, without a scrollbar of its own. */
export function RowList({ label, rows, first }: Props) {
  const { most, list, button } = useShowMore<HTMLUListElement>(rows.length, first);
  return (
    <>
      <ul ref={list} class="row-list" aria-label={label}>
        {rows.slice(0, most).map((row, at) => (
          <li key={at}>
            <RowLines {...row} />
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}

function RowLines({ title, beside, below, bar, open }: Row) {
  const lines = (
    <>
      <span class="row-title" dir="auto">
        {title}
      </span>{' '}
      <span class="row-beside">{beside}</span> {below !== '' && <span class="row-below">{below}</span>}
      {bar}
    </>
  );
  if (open === null) return <div class="row-lines">{lines}</div>;
  return (
    <button type="button" class="row-lines" onClick={open}>
      {lines}
    </button>
  );
}

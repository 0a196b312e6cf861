import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

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
  const [most, setMost] = useState(first);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(first);
  // The button that was pressed may be gone, so the keyboard goes on at the first new row.
  useLayoutEffect(() => {
    if (most > before.current) list.current?.children[before.current]?.querySelector('button')?.focus();
    before.current = most;
  }, [most]);
  const more = Math.min(rows.length - most, first * 4);
  return (
    <>
      <ul ref={list} class="row-list" aria-label={label}>
        {rows.slice(0, most).map((row, at) => (
          <li key={at}>
            <RowLines {...row} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link" onClick={() => setMost(most + more)}>
          Show {more.toLocaleString('en-US')} more
        </button>
      )}
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

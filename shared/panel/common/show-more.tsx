import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LinkButton } from './press-button';

/** Each press shows this many times what was shown. */
const GROWTH = 5;

/**
 * The beginning of a long list, and a button that shows more of it, so that the list needs no scrollbar of its own.
 *
 * @param all how many parts the list has
 * @param first how many are shown at first
 */
export function useShowMore<List extends HTMLElement>(all: number, first = 10) {
  const [most, setMost] = useState(first);
  const list = useRef<List>(null);
  const before = useRef(first);
  // The button that was pressed moves or disappears, so the keyboard goes on at the first new part.
  useLayoutEffect(() => {
    if (most > before.current) list.current?.children[before.current]?.querySelector('button')?.focus();
    before.current = most;
  }, [most]);
  const next = Math.min(all - most, most * (GROWTH - 1));
  const button = next > 0 && (
    <LinkButton onPress={() => setMost(most + next)}>Show {next.toLocaleString('en-US')} more</LinkButton>
  );
  return { most, list, button };
}

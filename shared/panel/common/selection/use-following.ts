import { useEffect, useRef } from 'preact/hooks';
import type { BulkHost } from '../../bulk-host';
import { isSameSelection, readSelecting, type Selecting } from './selection-reading';
import { useSheet } from '../sheet';

/** Arrow keys pass over many cells. */
const FOLLOW_AFTER_MS = 300;

/** Cells that the page showed were not selected to be enriched: they only say which sheet is meant. */
function asCell(selecting: Selecting): Selecting {
  if (!selecting.ok || selecting.value === null || selecting.value === 'object') return selecting;
  return { ok: true, value: { ...selecting.value, rows: 1, columns: 1, areas: 1 } };
}

/** Whether only a button reads the selection: the host cannot follow it, or reading it has failed. */
export function needsReadButton({ onSelection, followsOnReturn }: BulkHost, problem: string): boolean {
  return onSelection === undefined || followsOnReturn === true || problem !== '';
}

/**
 * Reports a new selection once it stays: when the host says so, and when the user returns to the panel.
 *
 * @param isOn whether the panel and this part of it are seen: otherwise nothing is read
 * @returns a function that takes what the page has read by itself
 */
export function useFollowing(isOn: boolean, onMoved: (selecting: Selecting) => void): (selecting: Selecting) => void {
  const engine = useSheet();
  const last = useRef<Selecting | null>(null);
  const moved = useRef(onMoved);
  moved.current = onMoved;
  useEffect(() => {
    if (!isOn) return undefined;
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = async (): Promise<void> => {
      const selecting = await readSelecting(engine);
      // The button tells why it cannot be read.
      if (isStopped || (!selecting.ok && last.current !== null)) return;
      if (selecting.ok && last.current?.ok && isSameSelection(selecting.value, last.current.value)) return;
      const isOwn = selecting.ok && engine.isShown(selecting.value);
      if (isOwn && last.current !== null) return;
      moved.current(isOwn ? asCell(selecting) : selecting);
    };
    void follow();
    const stop = engine.host.onSelection?.(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void follow(), FOLLOW_AFTER_MS);
    });
    return () => {
      isStopped = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [engine, isOn]);
  return (selecting) => void (last.current = selecting);
}

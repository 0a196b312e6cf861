import { useEffect, useRef } from 'preact/hooks';
import type { BulkEngine } from './bulk-engine';
import { isSameSelection, readSelecting, type Selecting } from './look';

/** Arrow keys pass over many cells. */
const FOLLOW_AFTER_MS = 300;

/**
 * Tells of a new selection once it stays: when the host says so, and when the person comes back to the panel.
 *
 * @param isOn whether the panel and this part of it are seen: otherwise nothing is read
 * @returns where the page notes what it has read of its own accord
 */
export function useFollowing(
  engine: BulkEngine,
  isOn: boolean,
  onMoved: (selecting: Selecting) => void,
): (selecting: Selecting) => void {
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
      if (selecting.ok && engine.isShown(selecting.value)) return;
      moved.current(selecting);
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

import { useEffect, useRef, useState } from 'preact/hooks';
import { attempt, type Attempted } from '../bulk/bulk-engine';
import type { ActiveCell, BulkHost } from '../bulk-host';

export interface ActiveCellWatch {
  /** `null`: it is not known yet, or no cell is active. */
  readonly cell: ActiveCell | null;
  /** Reads it again, and says why it cannot be read. */
  look(): Promise<Attempted<ActiveCell | 'object'>>;
}

/** Arrow keys pass over many cells. */
const FOLLOW_AFTER_MS = 300;

/**
 * The active cell, once it stays: when the host says that it moved, and when the person comes back to the panel. Reading
 * it costs nothing.
 *
 * @param isOn whether this part of the panel is seen: otherwise nothing is read
 */
export function useActiveCell(host: BulkHost, isOn: boolean): ActiveCellWatch {
  const [cell, setCell] = useState<ActiveCell | null>(null);
  const newest = useRef(0);
  const look = async (): Promise<Attempted<ActiveCell | 'object'>> => {
    const own = (newest.current += 1);
    const ended = await attempt(() => host.activeCell());
    if (own === newest.current) {
      const next = ended.ok && ended.value !== 'object' ? ended.value : null;
      setCell((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    }
    return ended;
  };
  useEffect(() => {
    if (!isOn) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void look();
    const stop = host.onSelection?.(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), FOLLOW_AFTER_MS);
    });
    return () => {
      newest.current += 1;
      clearTimeout(timer);
      stop?.();
    };
  }, [host, isOn]);
  return { cell, look };
}

import { useRef, useState } from 'preact/hooks';
import type { RunEvent, WrittenCell } from '../../enrich/sheet/run-events';
import type { BulkEngine } from './bulk-engine';

export interface ScrollAlong {
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
  /** Told of whatever an enrichment reports. */
  readonly see: (event: RunEvent) => void;
}

/**
 * Whether the sheet shows the rows of an enrichment as they are written. Only the newest are shown, and one call at a time: in
 * Google Sheets each of them is a run of the script, of which formulas need some too.
 */
export function useScrollAlong(engine: Pick<BulkEngine, 'showCells'>): ScrollAlong {
  const [isOn, setOn] = useState(false);
  const wants = useRef(false);
  const newest = useRef<WrittenCell | null>(null);
  const isShowing = useRef(false);
  const show = async (): Promise<void> => {
    if (isShowing.current) return;
    isShowing.current = true;
    while (wants.current && newest.current !== null) {
      const { sheet, column, row } = newest.current;
      newest.current = null;
      // Where the sheet cannot be shown, the enrichment goes on all the same.
      await engine.showCells(sheet, column, [row]).catch(() => undefined);
    }
    isShowing.current = false;
  };
  return {
    isOn,
    set(next) {
      wants.current = next;
      setOn(next);
      void show();
    },
    see(event) {
      if (event.is !== 'progress' || event.written === undefined) return;
      newest.current = event.written;
      void show();
    },
  };
}

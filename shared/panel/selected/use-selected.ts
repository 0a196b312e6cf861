import { useEffect, useRef, useState } from 'preact/hooks';
import type { SelectedColumn } from '../../enrich/plan/selection';
import type { BulkEngine } from '../bulk/bulk-engine';
import { readSelected, readSelecting, type Selecting } from '../bulk/read-selection';
import { toUnreadText } from '../bulk/unread-text';
import { useFollowing } from '../bulk/use-following';

interface SelectedState {
  readonly isReading: boolean;
  readonly selected: SelectedColumn | null;
  /** How many areas are selected. */
  readonly areas: number;
  /** Why there are no domains, as a sentence; `''`: there are, or nothing was read. */
  readonly problem: string;
}

export interface SelectedDomains extends SelectedState {
  readonly read: (column?: number) => void;
}

const NOTHING: SelectedState = { isReading: false, selected: null, areas: 1, problem: '' };

/** Reads the selected column, for free, and again when the selection changes. @param isOn whether somebody sees it */
export function useSelected(engine: BulkEngine, isOn: boolean): SelectedDomains {
  const [state, setState] = useState(NOTHING);
  const newest = useRef(0);
  const apply = async (selecting: Selecting, column: number | null): Promise<void> => {
    newest.current += 1;
    const own = newest.current;
    note(selecting);
    const reading = await readSelected(engine, selecting, column);
    if (own !== newest.current) return;
    setState(
      reading.is === 'column'
        ? { isReading: false, selected: reading.of, areas: reading.areas, problem: '' }
        : { ...NOTHING, problem: toUnreadText(reading) },
    );
  };
  const note = useFollowing(engine, isOn, (selecting) => void apply(selecting, null));
  useEffect(() => () => void (newest.current += 1), []);
  const read = async (column?: number): Promise<void> => {
    setState((before) => ({ ...before, isReading: true }));
    newest.current += 1;
    const own = newest.current;
    const selecting = await readSelecting(engine);
    if (own === newest.current) await apply(selecting, column ?? null);
  };
  return { ...state, read: (column) => void read(column) };
}

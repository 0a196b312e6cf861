import { useEffect, useRef, useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import type { Act } from '../act';

type ListIndex =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'ready'; readonly lists: readonly SavedList[] };

export interface Lists {
  readonly index: ListIndex;
  /** Asks again; what was there stays meanwhile. */
  readonly load: () => Promise<void>;
}

const LOADING: ListIndex = { is: 'loading' };

/**
 * @param keyNews changes with the key: another owner has other lists
 * @param isOn whether somebody sees them
 */
export function useListIndex(act: Act, keyNews: string, isOn: boolean): Lists {
  const [index, setIndex] = useState(LOADING);
  const newest = useRef(0);
  /** The key of the lists that are shown. */
  const shown = useRef<string | null>(null);
  const load = async (): Promise<void> => {
    newest.current += 1;
    const own = newest.current;
    setIndex((before) => (before.is === 'ready' ? before : LOADING));
    const answer = await act('indexLists', {});
    if (own !== newest.current) return;
    setIndex(answer.ok ? { is: 'ready', lists: answer.value } : { is: 'failed', sentence: answer.sentence });
  };
  useEffect(() => {
    if (!isOn || shown.current === keyNews) return;
    shown.current = keyNews;
    setIndex(LOADING);
    void load();
  }, [keyNews, isOn]);
  return { index, load };
}

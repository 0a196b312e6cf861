import { useEffect, useRef, useState } from 'preact/hooks';

/** A value that belongs to what a key names: for another key there is none. */
export function useValueOf<T>(key: string): readonly [value: T | null, set: (value: T) => void] {
  const [set, setFor] = useState<{ readonly key: string; readonly value: T } | null>(null);
  return [set?.key === key ? set.value : null, (value) => setFor({ key, value })];
}

/**
 * The answer to what was typed, asked for once the typing rests; `null`: it is not there yet, or nothing is asked.
 *
 * @param key changes with the question; `''`: there is none
 * @param ask never rejects
 */
export function useRested<T>(key: string, afterMs: number, ask: () => Promise<T>): T | null {
  const [answer, setAnswer] = useValueOf<T>(key);
  const newest = useRef(key);
  newest.current = key;
  useEffect(() => {
    if (key === '') return undefined;
    const timer = setTimeout(() => {
      void ask().then((answered) => {
        if (newest.current === key) setAnswer(answered);
      });
    }, afterMs);
    return () => clearTimeout(timer);
  }, [key]);
  return answer;
}

/** Starts a request. The returned function says whether it is still the newest one. */
type Begin = () => () => boolean;

/** Tells the newest answer from those that come too late. */
export function useNewest(): Begin {
  const newest = useRef(0);
  return () => {
    const own = (newest.current += 1);
    return () => own === newest.current;
  };
}

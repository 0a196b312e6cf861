import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * The answer to what was typed, asked for once the typing rests; `null`: it is not there yet, or nothing is asked.
 *
 * @param key changes with the question; `''`: there is none
 * @param ask never rejects
 */
export function useRested<T>(key: string, afterMs: number, ask: () => Promise<T>): T | null {
  const [answered, setAnswered] = useState<{ readonly key: string; readonly answer: T } | null>(null);
  const newest = useRef(key);
  newest.current = key;
  useEffect(() => {
    if (key === '') return undefined;
    const timer = setTimeout(() => {
      void ask().then((answer) => {
        if (newest.current === key) setAnswered({ key, answer });
      });
    }, afterMs);
    return () => clearTimeout(timer);
  }, [key]);
  return answered?.key === key ? answered.answer : null;
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

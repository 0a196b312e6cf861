import { useRef } from 'preact/hooks';

/** Begins something whose result counts only until something else is begun. Returns whether that is still so. */
type Begin = () => () => boolean;

/** Tells the newest answer from those that come too late. */
export function useNewest(): Begin {
  const newest = useRef(0);
  return () => {
    const own = (newest.current += 1);
    return () => own === newest.current;
  };
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { suggestNames, type SuggestedNames } from '../../enrich/plan/suggest-names';
import type { NameKind } from '../../functions/name-verdict';
import { useSheet } from '../common/sheet';

const ASK_AFTER_MS = 250;
/** What is said instead of names. */
export const CATALOG_UNREACHED = 'The catalog could not be reached. Type the exact name.';
const NONE: SuggestedNames = { names: [], isReached: true };

/** Names of the catalogue for what is typed: free, and asked for once the typing rests. @param kind `null`: none is asked for */
export function useNames(kind: NameKind | null, text: string): SuggestedNames {
  const engine = useSheet();
  const [found, setFound] = useState(NONE);
  const newest = useRef('');
  useEffect(() => {
    const question = `${kind} ${text}`;
    newest.current = question;
    if (kind === null) return setFound(NONE);
    const timer = setTimeout(() => {
      void engine
        .beside((ports) => suggestNames(ports, { kind, text }))
        .then((ended) => {
          if (newest.current === question) setFound(ended.ok ? ended.value : { names: [], isReached: false });
        });
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, kind, text]);
  return found;
}

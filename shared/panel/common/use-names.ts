import { useEffect, useRef, useState } from 'preact/hooks';
import { suggestNames, type SuggestedNames } from '../../enrich/plan/suggest-names';
import type { NameKind } from '../../functions/names/name-verdict';
import { useSheet } from './sheet';
import { NOTHING_SEEN, readSeenNames, type SeenNames } from '../../enrich/plan/seen-names';
import type { SelectedColumn } from '../../enrich/plan/selection';
import type { BulkEngine } from './bulk-engine';
import { readSelected, readSelecting } from './selection/selection-reading';
import { companiesOf } from './companies';

const ASK_AFTER_MS = 250;
/** What is said instead of names. */
export const CATALOG_UNREACHED = 'The catalog could not be reached. Type the exact name.';
const NONE: SuggestedNames = { names: [], isReached: true };

/** Names of the catalog for what is typed: free, and asked for once the typing rests. @param kind `null`: none is asked for */
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

/** Names in saved answers for a column, read once they are wanted. It costs no request. */
export function useSeenNames({ triage }: SelectedColumn, isWanted: boolean): SeenNames {
  const engine = useSheet();
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const [readFor, setReadFor] = useState<SelectedColumn['triage'] | null>(null);
  useEffect(() => {
    if (!isWanted || readFor === triage) return;
    setReadFor(triage);
    void engine
      .beside((ports) => readSeenNames(ports, companiesOf({ triage })))
      .then((ended) => setSeen(ended.ok ? ended.value : NOTHING_SEEN));
  }, [engine, triage, isWanted]);
  return seen;
}

/** What the sheet suggests while the user types a name. */
interface SheetNames {
  /** Of the selected column, by domain or slug, each once. */
  readonly companies: readonly string[];
  /** In saved answers for them. */
  readonly seen: SeenNames;
}

const NO_NAMES: SheetNames = { companies: [], seen: NOTHING_SEEN };

/**
 * Companies of the selected column, and names in saved answers for them: read once they are wanted, without a request.
 *
 * @param others other companies with saved answers that count too
 */
export function useSheetNames(isWanted: boolean, others: readonly string[] = []): SheetNames {
  const engine = useSheet();
  const [names, setNames] = useState(NO_NAMES);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isThere = true;
    void readSheetNames(engine, others).then((read) => {
      if (isThere) setNames(read);
    });
    return () => void (isThere = false);
  }, [engine, isWanted]);
  return names;
}

async function readSheetNames(engine: BulkEngine, others: readonly string[]): Promise<SheetNames> {
  const reading = await readSelected(engine, await readSelecting(engine), null);
  const companies = reading.is === 'column' ? companiesOf(reading.of) : [];
  const ended = await engine.beside((ports) => readSeenNames(ports, [...others, ...companies]));
  return { companies, seen: ended.ok ? ended.value : NOTHING_SEEN };
}

import { useEffect, useState } from 'preact/hooks';
import { NOTHING_SEEN, readSeenNames, type SeenNames } from '../../enrich/plan/seen-names';
import type { BulkEngine } from './bulk-engine';
import { readSelected, readSelecting } from './read-selection';
import { useSheet } from '../common/sheet';

/** What the sheet offers to somebody who types a name. */
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
  const rows = reading.is === 'column' ? reading.of.triage.rows : [];
  const companies = [...new Set(rows.flatMap(({ input }) => (input.is === 'company' ? [input.identifier] : [])))];
  const ended = await engine.beside((ports) => readSeenNames(ports, [...others, ...companies]));
  return { companies, seen: ended.ok ? ended.value : NOTHING_SEEN };
}

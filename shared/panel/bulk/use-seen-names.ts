import { useEffect, useState } from 'preact/hooks';
import { NOTHING_SEEN, readSeenNames, type SeenNames } from '../../enrich/plan/seen-names';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { useSheet } from '../common/sheet';

/** Names in saved answers for a column, read once they are wanted. It costs no request. */
export function useSeenNames({ triage }: SelectedColumn, isWanted: boolean): SeenNames {
  const engine = useSheet();
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const [readFor, setReadFor] = useState<SelectedColumn['triage'] | null>(null);
  useEffect(() => {
    if (!isWanted || readFor === triage) return;
    setReadFor(triage);
    const identifiers = triage.rows.flatMap(({ input }) => (input.is === 'company' ? [input.identifier] : []));
    void engine
      .beside((ports) => readSeenNames(ports, identifiers))
      .then((ended) => setSeen(ended.ok ? ended.value : NOTHING_SEEN));
  }, [engine, triage, isWanted]);
  return seen;
}

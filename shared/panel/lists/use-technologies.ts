import { useEffect, useRef, useState } from 'preact/hooks';
import { readTechnology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { fetchKind } from '../../enrich/fetch/fetch-kind';
import { catalogueRun } from '../../enrich/plan/catalogue-run';
import type { RunPorts } from '../../enrich/sheet/ports';
import type { BulkEngine } from '../bulk/bulk-engine';
import type { ComboOption } from '../bulk/combo-option';
import { CATALOG_UNREACHED } from '../bulk/use-names';

interface TechnologiesTyped {
  /** By slug. */
  readonly options: readonly ComboOption[];
  /** Why there are none; `''`: there are, or too little was typed. */
  readonly note: string;
}

const NOTHING: TechnologiesTyped = { options: [], note: '' };
const ASK_AFTER_MS = 300;
const MOST_SHOWN = 8;
const LEAST_TYPED = 2;

/** Technologies of the catalogue for what is typed. Free. */
export function useTechnologies(engine: BulkEngine, text: string): TechnologiesTyped {
  const [found, setFound] = useState(NOTHING);
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const own = newest.current;
    const typed = text.trim();
    if (typed.length < LEAST_TYPED) return setFound(NOTHING);
    const timer = setTimeout(() => {
      void engine
        .beside((ports) => findTechnologies(ports, typed))
        .then((ended) => {
          if (own === newest.current) setFound(toTyped(ended.ok ? ended.value : null));
        });
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [engine, text]);
  return found;
}

function toTyped(options: readonly ComboOption[] | null): TechnologiesTyped {
  if (options === null) return { options: [], note: CATALOG_UNREACHED };
  return { options, note: options.length === 0 ? 'Trace knows no such technology.' : '' };
}

/** `null`: the catalogue could not be asked. */
async function findTechnologies(ports: RunPorts, text: string): Promise<readonly ComboOption[] | null> {
  const run = await catalogueRun(ports);
  if (run === null) return null;
  const { operation, path } = searchTechnologies(text, null);
  const question = toQuestionText({ operation, path, paging: 'page', top: MOST_SHOWN, mayBeOne: false });
  const outcome = (await fetchKind(run, 'rows', [question])).get(question);
  if (outcome?.is === 'notTracked') return [];
  if (outcome?.is !== 'found') return null;
  return (outcome.record as RowsRecord).rows.flatMap((row) => {
    const { slug, name } = readTechnology(row) ?? {};
    const id = slug ?? name;
    return typeof id === 'string' ? [{ id, label: typeof name === 'string' ? name : id, isOff: false }] : [];
  });
}

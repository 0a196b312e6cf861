import { readTechnology } from '../../client/resources/companies';
import type { RowsRecord } from '../../client/rows';
import { namesOf, questionOf, type AskedName } from '../../functions/names/name-verdict';
import { suggestionQuestion } from '../../functions/names/check-names';
import { fetchKind } from '../fetch/fetch-kind';
import type { RunPorts } from '../sheet/ports';
import { catalogueRun } from './catalogue-run';

/** Names of the catalogue that may be meant. */
export interface SuggestedNames {
  readonly names: readonly string[];
  /** Whether the catalogue answered. */
  readonly isReached: boolean;
}

/** Categories are few, and browsed; technologies are typed. */
const MOST_NAMES = { technology: 8, category: 50, vendor: 8 } as const;
/** As many as one answer of the catalogue contains: further names may be missing from it. */
const FULL_PAGE = 100;

/**
 * Names that contain what was typed, those that begin with it first. Free: the catalogue is asked once for names of
 * the same beginning, and again only if its answer is cut.
 */
export async function suggestNames(ports: RunPorts, asked: AskedName): Promise<SuggestedNames> {
  const first = await askNames(ports, asked, suggestionQuestion(asked));
  if (first === null) return { names: [], isReached: false };
  const near = toNearest(first.names, asked);
  if (near.length > 0 || !first.isCut || asked.kind !== 'technology') return { names: near, isReached: true };
  const second = await askNames(ports, asked, questionOf(asked));
  return second === null ? { names: [], isReached: false } : { names: toNearest(second.names, asked), isReached: true };
}

async function askNames(
  ports: RunPorts,
  { kind }: AskedName,
  question: string,
): Promise<{ readonly names: readonly string[]; readonly isCut: boolean } | null> {
  const run = await catalogueRun(ports);
  const outcome = run === null ? undefined : (await fetchKind(run, 'rows', [question])).get(question);
  if (outcome?.is === 'notTracked') return { names: [], isCut: false };
  if (outcome?.is !== 'found') return null;
  const { rows } = outcome.record as RowsRecord;
  const names = rows.flatMap((row) => {
    const technology = readTechnology(row);
    return technology === null ? [] : (namesOf(kind, technology)[0] ?? []);
  });
  return { names: [...new Set(names)], isCut: rows.length >= FULL_PAGE };
}

function toNearest(names: readonly string[], { kind, text }: AskedName): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const begins = (name: string): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return names
    .filter((name) => name.toLowerCase().includes(wanted))
    .sort((one, other) => begins(one) - begins(other) || (one.toLowerCase() < other.toLowerCase() ? -1 : 1))
    .slice(0, MOST_NAMES[kind]);
}

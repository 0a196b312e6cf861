import type { RunPorts } from '../../enrich/sheet/ports';
import { readCount, type JsonObject } from '../../client/json';
import { readTechnology, type Technology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { TraceError } from '../../errors/trace-error';
import { isNamed, questionOf, toUnknown, type AskedName, type NameKind } from '../../functions/names/name-verdict';
import { suggestionQuestion, withSuggestions } from '../../functions/names/check-names';
import { NO_ACCOUNT } from '../../records/account';
import type { LookupOutcome } from '../../records/outcome';
import { lookUp, spendUpTo } from './within-credits';

/** A technology of the catalog. */
export interface CatalogueEntry {
  readonly technology: Technology;
  /** How many companies use it; `null`: the catalog does not say. */
  readonly companies: number | null;
}

/** What the catalog has under a name: that technology, or those of a vendor or a category. Free. */
export interface CatalogueFound {
  readonly entries: readonly CatalogueEntry[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

const MOST_ENTRIES = 100;

/**
 * Asks the catalog, which is free. Throws why it does not answer, or that Trace does not know the name, with the
 * nearest ones.
 */
export async function searchCatalogue(ports: RunPorts, kind: NameKind, name: string): Promise<CatalogueFound> {
  const asked: AskedName = { kind, text: name };
  const run = await spendUpTo(ports, 0);
  const ask = async (question: string): Promise<LookupOutcome<RowsRecord> | undefined> =>
    (await lookUp(run, 'rows', [question])).get(question) as LookupOutcome<RowsRecord> | undefined;
  // The practice answers are those to the shorter question.
  const isShort = kind === 'technology' || run.payer === NO_ACCOUNT;
  const outcome = await ask(isShort ? questionOf(asked) : toQuestion(asked));
  const { rows, isCut } = readRows(outcome);
  const entries = rows.flatMap(toEntry).filter(({ technology }) => isNamed(asked, technology));
  if (entries.length > 0) return { entries, isCut: kind !== 'technology' && isCut };
  const verdict = withSuggestions(asked, await ask(suggestionQuestion(asked)));
  throw toUnknown(asked, verdict.is === 'unknown' ? verdict.nearest : []);
}

/** Throws why there are no rows. */
function readRows(outcome: LookupOutcome<RowsRecord> | undefined): Pick<RowsRecord, 'rows' | 'isCut'> {
  switch (outcome?.is) {
    case 'found':
      return outcome.record;
    case 'failed':
      throw outcome.error;
    case 'noRoute':
      throw new TraceError('routeMissing', { operation: outcome.operation });
    case 'notTracked':
    case 'notAsked':
    case 'shown':
    case undefined:
      return { rows: [], isCut: false };
  }
}

function toQuestion({ kind, text }: AskedName): string {
  const request = kind === 'vendor' ? searchTechnologies(null, null, text) : searchTechnologies(null, text);
  const { operation, path } = request;
  return toQuestionText({ operation, path, paging: 'page', top: MOST_ENTRIES, mayBeOne: false });
}

function toEntry(row: JsonObject): readonly CatalogueEntry[] {
  const technology = readTechnology(row);
  return technology === null ? [] : [{ technology, companies: readCount(row['company_count']) }];
}

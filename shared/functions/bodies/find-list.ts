import { howFar } from '../../cells/nearest';
import { firstOf, readText, type JsonObject } from '../../client/json';
import { lists } from '../../client/resources/lists';
import { MAX_ROWS, toQuestionText, type RowsRecord } from '../../client/rows';
import { TraceError } from '../../errors/trace-error';
import { lookup } from '../../lookup/ports';
import type { LookupOutcome } from '../../records/outcome';
import type { FormulaTask } from '../ports';
import { problemOfName } from '../names/typed-names';

/** The question that TRACE_LISTS() asks. */
export const INDEX_QUESTION = indexQuestion(100);
/** Short, because people create and rename lists. */
const AGE = { maxAgeMs: 3_600_000, isAgeAsked: true };
const FARTHEST = 0.34;
const MOST_SUGGESTED = 3;
/** Longer texts, and those without a letter or digit, are not names, so they are not asked about. */
const LONGEST_NAME = 100;

/**
 * Finds the id of a list by name, ignoring case. Reading the lists is free. Throws `listUnknown` (with similar
 * names), `listAmbiguous`, or why the lists could not be read.
 *
 * @param refusal thrown instead of `listUnknown`: why the service refused the name as an id; `null`: it did not
 */
export function* findListId(name: string, refusal: TraceError | null): FormulaTask<string> {
  const problem = problemOfName(name, 'list_id', '"Large accounts"');
  if (problem !== null) throw problem;
  if (name.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(name)) throw new TraceError('listUnknown', { listId: name });
  const rows = yield* readIndex();
  const named = rows.filter((row) => simplified(nameOf(row)) === simplified(name)).map(idOf);
  const [id, ...others] = named;
  if (id === undefined)
    throw refusal ?? new TraceError('listUnknown', { listId: name, nearest: nearestTo(name, rows) });
  if (others.length > 0) throw new TraceError('listAmbiguous', { name, ids: named });
  return id;
}

/** All lists; empty if Trace has no index of them. */
function* readIndex(): FormulaTask<readonly JsonObject[]> {
  const first = yield* readQuestion(INDEX_QUESTION);
  const outcome = first?.is === 'found' && first.record.isCut ? yield* readQuestion(indexQuestion(MAX_ROWS)) : first;
  if (outcome?.is === 'failed') throw outcome.error;
  return outcome?.is === 'found' ? outcome.record.rows : [];
}

function* readQuestion(question: string): FormulaTask<LookupOutcome<RowsRecord> | undefined> {
  return (yield* lookup('rows', [question], AGE)).get(question);
}

function indexQuestion(top: number): string {
  const { name: operation, path } = lists.index;
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}

function nearestTo(name: string, rows: readonly JsonObject[]): readonly string[] {
  return rows
    .map((row) => ({ text: `${idOf(row)} (${nameOf(row)})`, far: howFar(simplified(name), simplified(nameOf(row))) }))
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_SUGGESTED)
    .map(({ text }) => text);
}

function nameOf({ name }: JsonObject): string {
  return readText(name) ?? '';
}

function idOf(row: JsonObject): string {
  const id = firstOf(row, ['list_id', 'id']);
  return typeof id === 'number' ? String(id) : (readText(id) ?? '');
}

function simplified(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}

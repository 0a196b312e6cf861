import { howFar } from '../cells/nearest';
import { readText, type JsonObject } from '../client/json';
import { lists } from '../client/resources/lists';
import { toQuestionText } from '../client/rows';
import { lookup } from '../lookup/ports';
import type { FormulaTask } from './ports';
import { TraceError } from '../errors/trace-error';

const { name: operation, path } = lists.index;
/** The question that TRACE_LISTS() asks. */
export const INDEX_QUESTION = toQuestionText({ operation, path, paging: 'page', top: 100, mayBeOne: false });
/** People create and rename lists. */
const AGE = { maxAgeMs: 3_600_000, isAgeAsked: true };
const FARTHEST = 0.34;
const MOST_SUGGESTED = 3;

/** What a list may be called. Other texts need no request. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,_&'()-]{3,99}$/u;

/** The sentence for a list that does not exist, with lists of similar names. Reading the lists is free. */
export function* toUnknownList(listId: string): FormulaTask<TraceError> {
  if (!NAME.test(listId)) return new TraceError('listUnknown', { listId });
  const outcome = (yield* lookup('rows', [INDEX_QUESTION], AGE)).get(INDEX_QUESTION);
  const rows = outcome?.is === 'found' ? outcome.record.rows : [];
  const nearest = rows
    .map((row) => ({ text: toText(row), far: howFar(listId.toLowerCase(), nameOf(row).toLowerCase()) }))
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_SUGGESTED)
    .map(({ text }) => text);
  return new TraceError('listUnknown', { listId, nearest });
}

function nameOf({ name }: JsonObject): string {
  return readText(name) ?? '';
}

function toText(row: JsonObject): string {
  const id = row['list_id'];
  return `${typeof id === 'number' ? id : (readText(id) ?? '')} (${nameOf(row)})`;
}

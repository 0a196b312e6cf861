import { toRowsTable, toCutNote } from '../../cells/rows-table';
import { joinCells } from '../../cells/table';
import { toDay, type Cell } from '../../cells/values';
import { readArray, readObject, type JsonObject } from '../../client/json';
import { TraceError } from '../../errors/trace-error';
import type { FunctionArguments, FunctionBody } from '../arguments';
import { readGetPath } from './get-path';
import { requireSharedLists } from './own-lists';
import { FREE_AGE, keepTable, reachOf, readRows, rowsAlongside, toEmptyTable } from './read-rows';
import { toCell } from './record-field';

const MAX_COLUMNS = 200;

/** Reads one page of 50 rows; `top=` adds pages in the way the API pages its lists. */
export const get: FunctionBody = function* (received) {
  const { text, options } = received;
  const { operation, path, paging, top, needsLeave } = readGetPath(text, options.top);
  const request = { operation, method: 'GET', path } as const;
  const mayChange = operation === 'get.free' && (path.startsWith('/jobs/') || options.given.has('refresh'));
  const reach = { ...reachOf(received), top, ...(mayChange && !options.isAgeAsked && FREE_AGE) };
  if (needsLeave) yield* requireSharedLists(rowsAlongside([request], paging, reach, true));
  const outcome = yield* readRows(request, paging, reach, true);
  if (outcome.is === 'noRoute') throw new TraceError('pathUnknown', { path });
  if (outcome.is !== 'found') return toEmptyTable(outcome, options, null);
  const { record } = outcome;
  const table = toColumns(record.isList ? record.rows : [record.about], received);
  const note = toCutNote(record, options, received.spec.top.most);
  return yield* keepTable(received, outcome, toRowsTable({ ...table, note }, options));
};

/** Turns nested objects into dotted columns, and lists into one text. */
function toColumns(
  rows: readonly JsonObject[],
  { names, options }: FunctionArguments,
): {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly { readonly is: 'one'; readonly cell: Cell }[])[];
} {
  const flat = rows.map((row) => flatten(row, '', options.separator));
  const known = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const titles = names.length === 0 ? known.slice(0, MAX_COLUMNS) : names.map((name) => pick(name, known));
  const shown = titles.length === 0 ? ['value'] : titles;
  return {
    titles: shown,
    rows: flat.map((row) => shown.map((title) => ({ is: 'one', cell: row.get(title) ?? '' }))),
  };
}

function pick(name: string, known: readonly string[]): string {
  const found = known.find((title) => title.toLowerCase() === name.toLowerCase());
  if (found !== undefined || known.length === 0) return found ?? name;
  throw new TraceError('columnUnknown', { column: name, known: known.slice(0, 8) });
}

function flatten(value: JsonObject, prefix: string, separator: string): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [name, inner] of Object.entries(value)) {
    const object = readObject(inner);
    const list = readArray(inner);
    if (object !== null)
      for (const [path, cell] of flatten(object, `${prefix}${name}.`, separator)) cells.set(path, cell);
    else if (list !== null) cells.set(`${prefix}${name}`, joinCells(list.map(toCell), separator));
    else cells.set(`${prefix}${name}`, name.endsWith('_at') ? (toDay(inner) ?? toCell(inner)) : toCell(inner));
  }
  return cells;
}

import { toRowsTable, toCutNote } from '../cells/rows-table';
import { joinCells } from '../cells/join';
import { toDay, type Cell } from '../cells/values';
import { readArray, readObject, type JsonObject } from '../client/json';
import { MAX_ROWS } from '../client/rows';
import { TraceError } from '../errors';
import type { FunctionArguments } from './arguments';
import type { FunctionBody } from './body';
import { requireSharedLists } from './own-lists';
import { keepTable, readRows, toEmptyTable } from './read-rows';
import { toCell } from './record-field';

const MAX_COLUMNS = 200;
/** A page of the API below `/v1`, with its query; nothing that could lead out of it. */
const PATH = /^(\/[A-Za-z0-9._~!$&'()*+,=:@%-]+)+(\?[^#\\\s]*)?$/;
/** Also where letters are escaped, which the service reads as what they stand for. */
const MAY_READ_LISTS = /lists|^[^?]*%/i;
const LEADS_OUT = /(^|\/)(\.|%2e){1,2}(\/|$|\?)|%2f|%5c/i;

/** One page, unless `top=` asks for more: then pages are added as the API cuts its lists. */
export const get: FunctionBody = function* (received) {
  const { text, options } = received;
  const path = readPath(text);
  if (MAY_READ_LISTS.test(path)) yield* requireSharedLists();
  const request = { operation: 'get', method: 'GET', path } as const;
  const paging = options.isTopGiven && !/[?&](page|limit|offset)=/.test(path) ? 'page' : 'none';
  const outcome = yield* readRows(request, paging, options.top ?? MAX_ROWS, received);
  if (outcome.is === 'noRoute') throw new TraceError('pathUnknown', { path });
  if (outcome.is !== 'found') return toEmptyTable(outcome, options, null);
  const { record } = outcome;
  const isOneThing = record.rows.length === 0 && Object.keys(record.about).length > 0 && record.total === null;
  const table = toColumns(isOneThing ? [record.about] : record.rows, received);
  const note = toCutNote(record.rows.length, record, options, received.spec.top.most);
  return yield* keepTable(received, outcome, toRowsTable({ ...table, note }, options));
};

/** The path below `/v1`. Throws `pathRefused`. */
function readPath(text: string): string {
  const path = `/${text.replace(/^\/+/, '')}`.replace(/^\/v1(?=\/)/, '');
  const isPath =
    PATH.test(path) && !LEADS_OUT.test(path) && !/^\/?[a-z][a-z0-9+.-]*:/i.test(text) && !/^\/\//.test(text);
  if (!isPath) throw new TraceError('pathRefused', { path: text });
  return path;
}

/** Objects within objects become dotted columns, lists one text. */
function toColumns(
  rows: readonly JsonObject[],
  { names, options }: FunctionArguments,
): {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly { readonly is: 'one'; readonly cell: Cell }[])[];
} {
  const flat = rows.map((row) => flatten(row, '', options.separator));
  const known = [...new Set(flat.flatMap((row) => [...row.keys()]))].slice(0, MAX_COLUMNS);
  const titles = names.length === 0 ? known : names.map((name) => pick(name, known));
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

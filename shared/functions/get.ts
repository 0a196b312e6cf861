import { toRowsTable, toCutNote } from '../cells/rows-table';
import { joinCells } from '../cells/join';
import { toDay, type Cell } from '../cells/values';
import { readArray, readObject, type JsonObject } from '../client/json';
import { encodeText } from '../client/request';
import { TraceError } from '../errors';
import type { FunctionArguments } from './arguments';
import type { FunctionBody } from './body';
import { requireSharedLists } from './own-lists';
import { keepTable, reachOf, readRows, toEmptyTable } from './read-rows';
import { toCell } from './record-field';

const MAX_COLUMNS = 200;
/** Google's UrlFetch takes addresses of 2 KB: https://developers.google.com/apps-script/guides/services/quotas. */
const MAX_PATH_LENGTH = 1_800;
/** A page of the API below `/v1`, with its query; nothing that could lead out of it. */
const PATH = /^(\/([A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9a-f]{2})+)+(\?[\x21\x22\x24-\x5b\x5d-\x7e]*)?$/i;
/** Steps up, and what a server might take for a slash or a control character. */
const LEADS_OUT = /(^|\/)(\.|%2e){1,2}(\/|$|\?)|%2f|%5c|%[01][0-9a-f]|%7f/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Also where letters are escaped, which the service reads as what they stand for. */
const MAY_READ_LISTS = /lists|^[^?]*%/i;

/** One page, unless `top=` asks for more: then pages are added as the API cuts its lists. */
export const get: FunctionBody = function* (received) {
  const { text, options } = received;
  const path = readPath(text);
  if (MAY_READ_LISTS.test(path)) yield* requireSharedLists();
  const namesPage = /[?&](page|limit|offset)=/.test(path);
  const paging = options.isTopGiven && !namesPage ? 'page' : 'none';
  const outcome = yield* readRows({ operation: 'get', method: 'GET', path }, paging, reachOf(received), true);
  if (outcome.is === 'noRoute') throw new TraceError('pathUnknown', { path });
  if (outcome.is !== 'found') return toEmptyTable(outcome, options, null);
  const { record } = outcome;
  const table = toColumns(record.isList ? record.rows : [record.about], received);
  const note = namesPage ? '' : toCutNote(record, options, received.spec.top.most);
  return yield* keepTable(received, outcome, toRowsTable({ ...table, note }, options));
};

/** The path below `/v1`, in ASCII. Throws `pathRefused`. */
function readPath(text: string): string {
  const path = `/${text.replace(/^\//, '')}`.replace(/^\/v1(?=\/)/, '').replace(/[^\0-\x7f]+/g, encodeText);
  if (path.length <= MAX_PATH_LENGTH && PATH.test(path) && !LEADS_OUT.test(path) && !SCHEME.test(text)) return path;
  throw new TraceError('pathRefused', { path: text });
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

import { FILTERS, OPTIONS, type FilterName, type OptionName } from '../catalogue/options';
import type { FunctionSpec } from '../catalogue/types';
import { TraceError } from '../errors';
import { findField } from './names';
import { readOptionPairs } from './option-pairs';
import type { CellValue } from './values';

export type Layout = 'join' | 'columns' | 'spill';

export interface SortOrder {
  readonly field: string;
  readonly descending: boolean;
}

/** The options of one formula, checked, with their defaults. */
export interface Options {
  readonly headers: 0 | 1 | 2;
  readonly layout: Layout;
  /** `null`: all of them, or with `layout=columns` {@link DEFAULT_COLUMNS}. */
  readonly top: number | null;
  readonly separator: string;
  /** `null`: the function's own order. */
  readonly sort: SortOrder | null;
  /** What stands for `not tracked` and `none`; `null`: these words. */
  readonly ifNone: string | null;
  readonly maxAgeMs: number;
  /** Lower-case names or slugs; one of them has to match. */
  readonly filters: ReadonlyMap<FilterName, readonly string[]>;
}

export const DEFAULT_COLUMNS = 5;

const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS };
/** Within 30 days the same company costs no further credit: https://docs.tracedata.ai/credits/. */
const DEFAULT_MAX_AGE_MS = 30 * DAY_MS;
const MAX_TOP = 1_000;

/** Throws `optionsMalformed`, `unknownOption`, `optionRefused`. */
export function readOptions(received: CellValue, spec: FunctionSpec): Options {
  const pairs = readOptionPairs(received);
  for (const name of pairs.keys()) {
    if (!(spec.options as readonly string[]).includes(name)) {
      throw new TraceError('unknownOption', { option: name, known: spec.options });
    }
  }
  const headers = pairs.get('headers');
  const layout = pairs.get('layout');
  const top = pairs.get('top');
  const sort = pairs.get('sort');
  const maxAge = pairs.get('max_age');
  return {
    headers: headers === undefined ? spec.headers : readHeaders(headers),
    layout: layout === undefined ? 'join' : readLayout(layout),
    top: top === undefined ? null : readTop(top),
    separator: pairs.get('sep') ?? ', ',
    sort: sort === undefined ? null : readSort(sort, spec),
    ifNone: pairs.get('if_none') ?? null,
    maxAgeMs: maxAge === undefined ? DEFAULT_MAX_AGE_MS : readAgeMs(maxAge),
    filters: readFilters(pairs),
  };
}

function readHeaders(text: string): 0 | 1 | 2 {
  if (text === '0') return 0;
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw refused('headers', text);
}

function readLayout(text: string): Layout {
  const layout = text.toLowerCase();
  if (layout === 'join' || layout === 'columns' || layout === 'spill') return layout;
  throw refused('layout', text);
}

function readTop(text: string): number {
  const top = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > MAX_TOP) throw refused('top', text);
  return top;
}

function readSort(text: string, spec: FunctionSpec): SortOrder {
  const descending = text.startsWith('-');
  const field = findField(spec.fields, text.replace(/^[-+]/, ''));
  if (field?.kind !== 'list') throw refused('sort', text);
  return { field: field.name, descending };
}

function readAgeMs(text: string): number {
  if (/^0+[mhdw]?$/i.test(text)) return 0;
  const [, count, unit] = /^(\d{1,4})\s*([mhdw])$/i.exec(text) ?? [];
  const unitMs = UNIT_MS[(unit ?? '').toLowerCase()];
  if (count === undefined || unitMs === undefined) throw refused('max_age', text);
  return Number(count) * unitMs;
}

function readFilters(pairs: ReadonlyMap<string, string>): ReadonlyMap<FilterName, readonly string[]> {
  const filters = new Map<FilterName, readonly string[]>();
  for (const name of FILTERS) {
    const wanted = (pairs.get(name) ?? '')
      .split(',')
      .map((value) => value.trim().toLowerCase())
      .filter((value) => value !== '');
    if (wanted.length > 0) filters.set(name, wanted);
  }
  return filters;
}

function refused(option: OptionName, value: string): TraceError {
  return new TraceError('optionRefused', { option, value, expected: OPTIONS[option].takes });
}

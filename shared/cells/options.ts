import { DAY_MS, FREE_FOR_MS } from '../days';
import { PARTNERSHIP_TYPES } from '../catalogue/fields';
import { FILTERS, OPTIONS, type FilterName, type OptionName } from '../catalogue/options';
import type { FunctionSpec } from '../catalogue/types';
import { TraceError } from '../errors/trace-error';
import { hasApiKey } from '../errors/mask-keys';
import { findField } from './inputs';
import { isSlipOf } from './nearest';
import { readOptionPairs } from './option-pairs';
import { toDay, type CellValue } from './values';

type Layout = 'join' | 'columns' | 'spill' | 'card';

export interface SortOrder {
  readonly field: string;
  readonly descending: boolean;
}

/** The options of one formula, checked and with defaults filled in. */
export interface Options {
  readonly headers: 0 | 1 | 2;
  readonly layout: Layout;
  /** `null`: no limit, or {@link DEFAULT_COLUMNS} with `layout=columns`. */
  readonly top: number | null;
  /** Whether the formula itself sets it. */
  readonly isTopGiven: boolean;
  readonly separator: string;
  /** `null`: the function's default order. */
  readonly sort: SortOrder | null;
  /** Shown instead of `not tracked`, `none` and `same company`; `null`: these words. */
  readonly ifNone: string | null;
  /** Shown instead of a problem; `null`: the problem itself. */
  readonly ifProblem: string | null;
  /** The first day of changes, such as `2026-06-01`; `null`: not given. */
  readonly since: string | null;
  readonly maxAgeMs: number;
  readonly isAgeAsked: boolean;
  /** Lower-case names or slugs, any of which may match. */
  readonly filters: ReadonlyMap<FilterName, readonly string[]>;
  /** Every option as given, for those that are passed on to the API. */
  readonly given: ReadonlyMap<string, string>;
}

export const DEFAULT_COLUMNS = 5;
/** The shortest option name, `top`, has three letters. */
const SHORTEST_OPTION = 3;

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS };
/** How old a saved answer may be, unless `max_age=` says otherwise. */
export const DEFAULT_MAX_AGE_MS = FREE_FOR_MS;

/** The options of a formula that sets none. */
export const NO_OPTIONS: Options = {
  headers: 0,
  layout: 'join',
  top: null,
  isTopGiven: false,
  separator: ', ',
  sort: null,
  ifNone: null,
  ifProblem: null,
  since: null,
  maxAgeMs: DEFAULT_MAX_AGE_MS,
  isAgeAsked: false,
  filters: new Map(),
  given: new Map(),
};

/** Throws `optionsTooLong`, `optionsMalformed`, `unknownOption`, `optionRefused`, `inputIsApiKey`. */
export function readOptions(received: CellValue, spec: FunctionSpec): Options {
  const pairs = readOptionPairs(received);
  const known: readonly string[] = spec.options;
  for (const option of pairs.keys()) {
    if (option !== 'refresh' && !known.includes(option)) {
      const nearest = known.filter((name) => isSlipOf(option, name, SHORTEST_OPTION));
      throw new TraceError('unknownOption', { option, known, nearest });
    }
  }
  // Some options are sent to the service; others are shown and stored.
  if ([...pairs.values()].some(hasApiKey)) throw new TraceError('inputIsApiKey', {});
  const headers = pairs.get('headers');
  const layout = pairs.get('layout');
  const top = pairs.get('top');
  const sort = pairs.get('sort');
  const maxAge = pairs.get('max_age');
  const since = pairs.get('since');
  return {
    headers: headers === undefined ? spec.headers : readHeaders(headers),
    layout: layout === undefined ? NO_OPTIONS.layout : readLayout(layout, spec),
    top: top === undefined ? spec.top.usual : readTop(top, spec.top.most),
    isTopGiven: top !== undefined,
    separator: pairs.get('sep') ?? NO_OPTIONS.separator,
    sort: sort === undefined ? null : readSort(sort, spec),
    ifNone: pairs.get('if_none') ?? null,
    ifProblem: pairs.get('if_problem') ?? null,
    since: since === undefined ? null : readDay(since),
    maxAgeMs: maxAge === undefined ? NO_OPTIONS.maxAgeMs : readAgeMs(maxAge),
    isAgeAsked: maxAge !== undefined,
    filters: readFilters(pairs),
    given: readWords(pairs),
  };
}

function readHeaders(text: string): 0 | 1 | 2 {
  if (text === '0') return 0;
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw refused('headers', text);
}

function readLayout(text: string, { layouts }: FunctionSpec): Layout {
  const layout = layouts?.find((each) => each === text.toLowerCase());
  if (layout !== undefined) return layout;
  throw new TraceError('optionRefused', { option: 'layout', value: text, expected: toChoice(layouts ?? []) });
}

/** Such as "join, columns or spill". */
function toChoice(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}

function readTop(text: string, most: number): number {
  const top = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (top >= 1 && top <= most) return top;
  const expected = `a whole number from 1 to ${most.toLocaleString('en-US')}`;
  throw new TraceError('optionRefused', { option: 'top', value: text, expected });
}

function readSort(text: string, spec: FunctionSpec): SortOrder {
  const descending = text.startsWith('-');
  const field = findField(spec.fields, text.replace(/^[-+]/, ''));
  const isSortable = spec.fields.some(({ kind }) => kind === 'list') ? field?.kind === 'list' : field !== null;
  if (field === null || !isSortable) throw refused('sort', text);
  return { field: field.name, descending };
}

function readAgeMs(text: string): number {
  if (/^0+[mhdw]?$/i.test(text)) return 0;
  const [, count, unit] = /^(\d{1,4})\s*([mhdw])$/i.exec(text) ?? [];
  const unitMs = UNIT_MS[(unit ?? '').toLowerCase()];
  if (count === undefined || unitMs === undefined) throw refused('max_age', text);
  return Number(count) * unitMs;
}

/** Checks that the calendar has the day. */
function readDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && toDay(text)?.day === text;
  if (!isDay) throw refused('since', text);
  return text;
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

/** The allowed values of an option, if they are words. */
const WORDS: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  type: PARTNERSHIP_TYPES,
  tier: ['high', 'medium', 'exploratory'],
  depth: ['1', '2'],
};

/** Reads words in lower case; only a filter may have several. Other values are unchanged. Blanks are dropped. */
function readWords(pairs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const [name, text] of pairs) {
    const known = WORDS[name as OptionName];
    const isFilter = (FILTERS as readonly string[]).includes(name);
    const words = (isFilter ? text.split(',') : [text]).map((word) => word.trim().toLowerCase());
    const isAny = text.trim() === '';
    if (known !== undefined && !isAny && !words.every((word) => known.includes(word))) {
      throw refused(name as OptionName, text);
    }
    if (!isAny) read.set(name, known === undefined ? text : words.join(','));
  }
  return read;
}

function refused(option: OptionName, value: string): TraceError {
  return new TraceError('optionRefused', { option, value, expected: OPTIONS[option].takes });
}

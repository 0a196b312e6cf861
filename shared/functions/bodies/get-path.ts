import { encodeText } from '../../client/request';
import { MAX_ROWS, type Paging } from '../../client/rows';
import { TraceError } from '../../errors/trace-error';
import { LONGEST_PATH } from './read-rows';

/** What a path of TRACE_GET asks for, and how many rows. */
interface AskedPage {
  /** `get.free` if the answer contains no company: https://docs.tracedata.ai/credits/. */
  readonly operation: 'get' | 'get.free';
  /** A path below `/v1`, with its query but without paging. */
  readonly path: string;
  readonly paging: Paging;
  /** The most rows. */
  readonly top: number;
  /** Whether the owner of a shared file must allow it. */
  readonly needsLeave: boolean;
}

type Shape = Pick<AskedPage, 'operation' | 'paging'> & { readonly most?: number; readonly isCutByLimit?: true };

/** As in the documentation's example: https://docs.tracedata.ai/api/overview/. */
const USUAL_ROWS = 50;
/** The most nodes of a graph. */
const MOST_NODES = 200;
/** A path of the API below `/v1`, with its query. It cannot lead outside `/v1`. */
const PATH = /^(\/([A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9a-f]{2})+)+(\?[\x21\x22\x24-\x5b\x5d-\x7e]*)?$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Anything that a server may take, after decoding, for a path separator, a dot segment or the end of the text. */
const LEADS_OUT = /^\.{1,2}$|[/\\?#%\x00-\x1f\x7f]/;
const CONTROL = /[\x00-\x1f\x7f]/;

/** https://docs.tracedata.ai/api/overview/ names these. Enrichment and flags have no GET. */
const FAMILIES: ReadonlySet<string> = new Set([
  'companies',
  'technologies',
  'vendors',
  'partnerships',
  'jobs',
  'lists',
]);
/** An export cannot be limited. */
const EXPORT = /^(expo|download|csv)/i;
/** For positions where a company or technology may stand, since one could be called Expo or Exposure. */
const EXPORT_OF_ALL = /^(exports?|downloads?|csv)(_|$)/i;
const PERSONAL = /^(accounts?|(api-?)?keys?|users?|me|permissions?|usage|billing)$/i;
/** Query parameters that do not change how many rows are charged. */
const FILTERS: readonly string[] = [
  'q',
  'technology',
  'vendor',
  'country',
  'industry',
  'category',
  'partnership_types',
  'sort',
  'depth',
  'company_a',
  'company_b',
  'tier',
  'search_name_or_domain',
];
/** Matches names reduced to their letters. */
const PAGING =
  /^(page|limit|offset|perpage|pagesize|pagenumber|size|count|top|first|last|cursor|after|before|skip|take|start|rows|max|maxresults|next|nexturl)$/;

/**
 * Parses a path as the service would and writes it again, so that the checked path is the one that is sent. The
 * number of rows is set here, since each may cost a credit. Throws `pathRefused`, `pathNotRead`, `pagingInPath` or
 * `queryUnknown`.
 *
 * @param top the rows that the formula asks for; `null`: not set
 */
export function readGetPath(text: string, top: number | null): AskedPage {
  const refused = new TraceError('pathRefused', { path: text });
  const given = `/${text.replace(/^\//, '')}`.replace(/^\/v1(?=\/)/, '').replace(/[^\0-\x7f]+/g, encodeText);
  if (given.length > LONGEST_PATH || !PATH.test(given) || SCHEME.test(text)) throw refused;
  const [, before = '', query = ''] = /^([^?]*)\??(.*)$/.exec(given) ?? [];
  const segments = before.slice(1).split('/').map(decodeWholly);
  if (!segments.every((segment): segment is string => segment !== null && segment !== '' && !LEADS_OUT.test(segment))) {
    throw refused;
  }
  const [named = '', ...others] = segments;
  const family = named.toLowerCase();
  const isExport = others.some((segment, index) => (index > 0 ? EXPORT : EXPORT_OF_ALL).test(segment));
  if (!FAMILIES.has(family) || isExport) throw new TraceError('pathNotRead', { path: text });
  const pairs = query.split('&').flatMap((pair) => (pair === '' ? [] : [readPair(pair, refused)]));
  const shape = shapeOf([family, ...others]);
  const rows = Math.min(top ?? USUAL_ROWS, shape.most ?? MAX_ROWS);
  const cut = shape.isCutByLimit === true ? [`limit=${rows}`] : [];
  const written = [...pairs, ...cut].join('&');
  return {
    operation: shape.operation,
    path: `/${[family, ...others].map(encodeText).join('/')}${written === '' ? '' : `?${written}`}`,
    paging: shape.paging,
    top: rows,
    needsLeave: family === 'lists' || others.some((segment) => PERSONAL.test(segment)),
  };
}

/** What is known about a path. Unknown paths are treated as lists of companies. */
function shapeOf(segments: readonly string[]): Shape {
  const [family = '', id = '', part = ''] = segments;
  const at = [family, ...segments.slice(1).map((segment) => (segment.includes('.') ? '{domain}' : '{id}'))].join('/');
  if (at === 'technologies' || at === 'lists') return { operation: 'get.free', paging: 'page' };
  if (family === 'jobs' && segments.length === 2) return { operation: 'get.free', paging: 'none' };
  // An undocumented search may take the position of an id; ids contain digits.
  const isOfList = family === 'lists' && (/\d/.test(id) || id === 'filter-fields');
  if (isOfList && (segments.length === 2 || (segments.length === 3 && part === 'definition'))) {
    return { operation: 'get.free', paging: 'none' };
  }
  if (family === 'lists' && part === 'members') return { operation: 'get', paging: 'offset' };
  if (at === 'companies/{domain}') return { operation: 'get', paging: 'none', most: 1 };
  // Usually a slug. Paged, in case it is the name of an undocumented list.
  if (at === 'companies/{id}') return { operation: 'get', paging: 'page', most: 1 };
  if (family === 'partnerships' && id === 'lookup') return { operation: 'get', paging: 'none', most: 1 };
  const isGraph = family === 'companies' && part === 'partnerships' && segments[3] === 'graph';
  if (isGraph) return { operation: 'get', paging: 'none', most: MOST_NODES, isCutByLimit: true };
  return { operation: 'get', paging: 'page' };
}

/** Reads and checks one `name=value` of a query. @returns the pair, encoded */
function readPair(pair: string, refused: TraceError): string {
  const end = pair.includes('=') ? pair.indexOf('=') : pair.length;
  const name = decodeWholly(pair.slice(0, end).replace(/\+/g, ' '))?.trim().toLowerCase();
  const value = decode(pair.slice(end + 1).replace(/\+/g, ' '));
  if (name === undefined || value === null || CONTROL.test(name + value)) throw refused;
  if (PAGING.test(name.replace(/[^a-z]/g, ''))) throw new TraceError('pagingInPath', { name });
  if (!FILTERS.includes(name)) throw new TraceError('queryUnknown', { name, known: FILTERS });
  return `${name}=${encodeText(value)}`;
}

/**
 * Decodes until nothing changes, because servers and proxies may decode more than once. Returns `null` for invalid
 * text.
 */
function decodeWholly(text: string): string | null {
  let decoded: string | null = text;
  for (let times = 0; times < 5 && decoded !== null && decoded.includes('%'); times += 1) decoded = decode(decoded);
  return decoded;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

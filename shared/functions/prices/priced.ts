import { TOP_OF_VALUES } from '../../catalogue/params';
import { TraceError } from '../../errors/trace-error';

/** What TRACE_COST prices. */
export interface Priced {
  readonly what: 'company' | 'partners';
  /** How many partners of each company are shown; `null`: all. */
  readonly top: number | null;
  /** Whether each company is compared with one other, as TRACE_PARTNERED does. */
  readonly isPair?: true;
}

const PARTNERS: ReadonlySet<string> = new Set(['partners', 'partner', 'trace_partners']);
const COMPANY: ReadonlySet<string> = new Set([
  'company',
  'tech',
  'technologies',
  'trace_company',
  'trace_tech',
  'trace_has_tech',
]);
const PARTNERED: ReadonlySet<string> = new Set(['partnered', 'trace_partnered']);
const TOP = /^top=(\d{1,4})$/;

/** Throws `optionRefused`. */
export function readPriced(names: readonly string[]): Priced {
  // Users choose the separator: a space, a comma, a semicolon, or two cells.
  const text = names
    .join(' ')
    .toLowerCase()
    .replace(/\s*=\s*/g, '=');
  const words = text.split(/[\s;]+/).filter((word) => word !== '');
  const [asked = 'company', more, ...others] = words;
  const refused = new TraceError('optionRefused', {
    option: 'what',
    value: names.join(', '),
    expected: 'company, partners, partners top=3 or partnered',
  });
  if (others.length > 0) throw refused;
  if (COMPANY.has(asked) && more === undefined) return { what: 'company', top: null };
  if (PARTNERED.has(asked) && more === undefined) return { what: 'partners', top: 1, isPair: true };
  if (!PARTNERS.has(asked)) throw refused;
  if (more === undefined) return { what: 'partners', top: null };
  // A count alone reads one partner.
  if (more === 'count') return { what: 'partners', top: 1 };
  const top = Number(TOP.exec(more)?.[1] ?? 0);
  if (top < 1 || top > TOP_OF_VALUES.most) throw refused;
  return { what: 'partners', top };
}

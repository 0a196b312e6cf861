import { toProblemWords } from './cost-words';
import { identifiersOf } from '../cells/inputs';
import type { Cell } from '../cells/values';
import { now, peek } from '../effects';
import { TraceError } from '../errors';
import { toQuote, type Quote } from '../lookup/quote';
import type { FunctionBody } from './body';

/** What a look-up of the range would cost; nothing leaves the host. */
export const cost: FunctionBody = function* ({ inputs, names, options }) {
  const what = readWhat(names);
  const identifiers = identifiersOf(inputs);
  const company = yield* peek('company', identifiers);
  const partners = what === 'partners' ? yield* peek('partners', identifiers) : company;
  const known = {
    company: company.outcomes,
    partners: partners.outcomes,
    isPaid: (identifier: string): boolean => company.paid.has(identifier),
  };
  return toLines(toQuote(inputs, what, known, options, yield* now()));
};

const PARTNERS: ReadonlySet<string> = new Set(['partners', 'partner', 'trace_partners']);
const COMPANY: ReadonlySet<string> = new Set([
  'company',
  'tech',
  'technologies',
  'trace_company',
  'trace_tech',
  'trace_has_tech',
]);

function readWhat(names: readonly string[]): 'company' | 'partners' {
  const [asked = 'company', ...others] = names.map((name) => name.toLowerCase());
  if (others.length === 0 && PARTNERS.has(asked)) return 'partners';
  if (others.length === 0 && COMPANY.has(asked)) return 'company';
  throw new TraceError('optionRefused', { option: 'what', value: names.join(', '), expected: 'company or partners' });
}

function toLines(quote: Quote): readonly (readonly Cell[])[] {
  const { rows, blank, unusable, duplicates, fresh, paid, toPay, leastCredits, unknown } = quote;
  const price: readonly (readonly Cell[])[] =
    unknown === 0
      ? [['credits at most', leastCredits]]
      : [
          ['credits at least', leastCredits],
          ['companies with an unknown number of partners', unknown],
        ];
  return [
    ...price,
    ['rows', rows],
    ['blank', blank],
    ...[...unusable].map(([code, count]) => [toProblemWords(code), count]),
    ['named twice', duplicates],
    ['remembered', fresh],
    ['paid for within 30 days', paid],
    ['to be paid', toPay],
  ];
}

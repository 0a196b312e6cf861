import type { ErrorCode } from '../../errors/trace-error';
import { identifiersOf } from '../../cells/inputs';
import type { Options } from '../../cells/options';
import type { Cell } from '../../cells/values';
import { now } from '../../client/ports';
import { paid, peek } from '../../lookup/ports';
import { freshnessOf, type LookupOutcome } from '../../records/outcome';
import type { FormulaTask } from '../ports';
import { asPairs, toQuote, uncountedCredits, type KnownCompanies, type Quote } from '../../credits/quote';
import type { FunctionBody } from '../arguments';
import { questionFor } from './partner-question';
import { readPriced, type Priced } from '../prices/priced';

/** Shows the price of looking up a range. Sends nothing. */
export const cost: FunctionBody = function* ({ inputs, names, options }) {
  const priced = readPriced(names);
  const nowMs = yield* now();
  const identifiers = identifiersOf(inputs);
  const known = yield* peekAt(identifiers, priced, options);
  const shown = known[priced.what];
  const isFresh = (identifier: string): boolean => freshnessOf(shown.get(identifier), options, nowMs) === 'fresh';
  const others = identifiers.filter((identifier) => !isFresh(identifier));
  const paidFor: ReadonlySet<string> = others.length > 0 && priced.top === null ? yield* paid(others) : new Set();
  const isPaid = (identifier: string): boolean => paidFor.has(identifier);
  const quote = toQuote(inputs, priced.what, { ...known, isPaid }, options, nowMs, priced.top);
  return toLines(priced.isPair === true ? asPairs(quote) : quote, priced);
};

function* peekAt(
  identifiers: readonly string[],
  { what, top, isPair }: Priced,
  options: Options,
): FormulaTask<Omit<KnownCompanies, 'isPaid'>> {
  if (what === 'company') return { company: yield* peek('company', identifiers), partners: new Map() };
  // Answers about pairs are saved by pair.
  if (isPair === true) return { company: new Map(), partners: new Map() };
  if (top === null) {
    const alongside = [{ kind: 'partners', identifiers, shownAs: '' } as const];
    const company = yield* peek('company', identifiers, alongside);
    return { company, partners: yield* peek('partners', identifiers) };
  }
  const questions = new Map(identifiers.map((identifier) => [questionFor(identifier, top, options), identifier]));
  const partners = new Map<string, LookupOutcome>();
  for (const [question, outcome] of yield* peek('rows', [...questions.keys()])) {
    partners.set(questions.get(question) ?? '', outcome);
  }
  return { company: new Map(), partners };
}

function toLines(quote: Quote, { top }: Priced): readonly (readonly Cell[])[] {
  const { rows, blank, unusable, duplicates, fresh, paid, toPay } = quote;
  return [
    ...toPriceLines(quote, top),
    ['rows', rows],
    ['blank', blank],
    ...[...unusable].map(([code, count]) => [toProblemWords(code), count]),
    ['duplicates', duplicates],
    ['saved answers', fresh],
    ['paid for within 30 days', paid],
    ['to be paid', toPay],
  ];
}

/** An unknown price is shown as its minimum, with a line on what it leaves out. */
function toPriceLines(quote: Quote, top: number | null): readonly (readonly Cell[])[] {
  const { leastCredits, countedPartners, unknown } = quote;
  if (unknown > 0) {
    return [
      ['credits at least, if all are tracked', uncountedCredits(quote)],
      ...(countedPartners > 0 ? [['partners counted so far, up to 1 credit each', countedPartners]] : []),
      ['companies with an unknown number of partners', unknown],
    ];
  }
  const isByCount = top === null && countedPartners > 0;
  return [[isByCount ? 'credits at most, by the last count of partners' : 'credits at most', leastCredits]];
}

const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  inputIsError: 'errors',
  inputIsLoading: 'still loading',
  inputIsNumber: 'numbers',
  inputIsDate: 'dates',
  inputIsBoolean: 'TRUE or FALSE',
  inputIsTooLong: 'too long',
  inputHasSpaces: 'with spaces',
  inputIsNotOneEmail: 'more than an email address',
  inputIsFreeMail: 'free email addresses',
  inputIsPage: 'pages on other sites',
  inputIsApiKey: 'API keys',
};

/**
 * Says in a word or two why rows cannot be looked up.
 * @internal tests ask about every problem
 */
export function toProblemWords(code: ErrorCode): string {
  return WORDS[code] ?? 'no domains';
}

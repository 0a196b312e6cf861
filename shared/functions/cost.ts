import { toProblemWords } from './cost-words';
import { identifiersOf, type Inputs } from '../cells/inputs';
import type { Options } from '../cells/options';
import type { Cell } from '../cells/values';
import { now } from '../client/ports';
import { peek } from '../lookup/ports';
import type { FormulaTask } from './ports';
import type { LookupOutcome } from '../records/outcome';
import { toQuote, type KnownCompanies, type Quote } from '../credits/quote';
import type { FunctionBody } from './body';
import { questionFor } from './partner-question';
import { readPriced, type Priced } from './priced';

/** What a look-up of the range would cost; nothing leaves the host. */
export const cost: FunctionBody = function* ({ inputs, names, options }) {
  const priced = readPriced(names);
  const known = yield* peekAt(inputs, priced, options);
  return toLines(toQuote(inputs, priced.what, known, options, yield* now(), priced.top), priced);
};

function* peekAt(inputs: Inputs, { what, top }: Priced, options: Options): FormulaTask<KnownCompanies> {
  const identifiers = identifiersOf(inputs);
  const company = yield* peek('company', identifiers);
  const known = { company: company.outcomes, isPaid: (identifier: string) => company.paid.has(identifier) };
  if (what === 'company') return { ...known, partners: new Map() };
  if (top === null) return { ...known, partners: (yield* peek('partners', identifiers)).outcomes };
  const questions = new Map(identifiers.map((identifier) => [questionFor(identifier, top, options), identifier]));
  const { outcomes } = yield* peek('rows', [...questions.keys()]);
  const partners = new Map<string, LookupOutcome>();
  for (const [question, outcome] of outcomes) partners.set(questions.get(question) ?? '', outcome);
  return { ...known, partners };
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

/** A price that nobody knows beforehand is told as the least of it, and what that leaves out. */
function toPriceLines(quote: Quote, top: number | null): readonly (readonly Cell[])[] {
  const { leastCredits, countedPartners, unknown } = quote;
  if (unknown > 0) {
    return [
      ['credits at least, if all are tracked', leastCredits - countedPartners],
      ...(countedPartners > 0 ? [['partners counted so far, up to 1 credit each', countedPartners]] : []),
      ['companies with an unknown number of partners', unknown],
    ];
  }
  const isByCount = top === null && countedPartners > 0;
  return [[isByCount ? 'credits at most, by the last count of partners' : 'credits at most', leastCredits]];
}

import { toQuote, mostOfPreview, mostOfRun } from '../../../shared/credits/quote';

const NONE = { rows: [], isRange: true, givenRows: 0 };
const AGE = { maxAgeMs: 1, isAgeAsked: true };
const EMPTY = toQuote(NONE, 'company', { company: new Map(), partners: new Map(), isPaid: () => false }, AGE, 0);

it.each<[string, number, number, boolean, number | null, number]>([
  ['companies and counted partners', 30, 0, false, 30, 30],
  ['more than a preview needs', 300, 0, false, 300, 100],
  ['a company whose partners nobody has counted', 30, 1, false, null, 100],
  ['partners of one type', 30, 0, true, null, 100],
  ['nothing', 0, 0, false, 0, 0],
])(
  'a run over %s: %p credits at least, %p companies unknown',
  (_what, leastCredits, unknown, isTyped, most, ofPreview) => {
    const quote = { ...EMPTY, leastCredits, unknown };
    expect([mostOfRun(quote, isTyped), mostOfPreview(quote, isTyped)]).toEqual([most, ofPreview]);
  },
);

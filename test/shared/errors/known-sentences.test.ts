import { CODES_OF, FETCHED, helpFor, MAY_BE_NAMES } from '../../../shared/errors/cell-traits';
import type { ErrorCode } from '../../../shared/errors/codes';
import { codeSaidIn, mendedProblemOf, problemOfText, saysThatItWaits } from '../../../shared/errors/known-sentences';
import { SENTENCES } from '../../../shared/errors/sentences';
import { TRAITS } from '../../../shared/errors/traits';
import { PROBLEM_EXAMPLES } from '../../../docs/site/problem-examples';

const KNOWN = [...Object.values(CODES_OF).flat(), ...FETCHED] as ErrorCode[];
/** Without one that repeats the whole sentence of another error. */
const CODES = (Object.keys(PROBLEM_EXAMPLES) as ErrorCode[]).filter((code) => code !== 'scriptFailed');
const SAMPLES = CODES.flatMap((code) => {
  const say = SENTENCES[code] as (facts: object) => string;
  return PROBLEM_EXAMPLES[code].map((facts) => [code, say(facts)] as const);
});

it('each sentence is led back to its code and to no other, whatever its values', () => {
  // The sentence about a name contains the reason of another error.
  const samples = SAMPLES.filter(([code]) => code !== 'nameUnchecked');
  const expected = samples.map(([code]) => (KNOWN.includes(code) ? code : undefined));
  const found = samples.map(([, sentence]) => codeSaidIn(sentence, KNOWN));
  expect(found).toEqual(expected);
});

it.each<[ErrorCode | undefined, string]>([
  ['creditsOut', 'No Trace credits are left. Top up at app.tracedata.ai, under Settings > Usage & Credits.'],
  ['creditsOut', 'Not enough Trace credits: 7 needed, 2 missing. Buy some.'],
  ['serviceFailed', 'Trace could not check the name "Stripe". Trace has a problem (HTTP 503). Wait a few minutes.'],
  ['timedOut', 'Trace took too long. Advice of an older version.'],
  ['outOfTime', 'Out of time. Advice of an older version.'],
  [undefined, 'The domain "Trace took too long. " is not one.'],
  [undefined, 'A sentence of a newer version.'],
  [undefined, ''],
])('%s: %s', (code, sentence) => {
  expect(codeSaidIn(sentence, KNOWN)).toBe(code);
});

it('a cell says that it waits where, and only where, a person can fetch it in the panel', () => {
  const said = SAMPLES.filter(([, sentence]) => saysThatItWaits(sentence)).map(([code]) => code);
  expect([...new Set(said)]).toEqual(['waitsForConsent', 'dailyLimitReached', 'notFetchedYet']);
});

it.each([
  'Waiting for approval (1 credit). Fetch it in the Trace panel.',
  'Waiting for approval (1 credit). Fetch it in the Trace panel. The owner pays.',
  'Not fetched yet. Fetch it in the Trace panel.',
  'Not fetched yet. Fetch it in the Trace panel on a computer.',
])('a cell waits that says so as Trace says it, or once did: %s', (sentence) => {
  expect(saysThatItWaits(sentence)).toBe(true);
});

it('a problem that the user must solve is saved for its lookup', () => {
  expect([TRAITS.waitsForConsent, TRAITS.dailyLimitReached].map(({ remembered }) => remembered?.of)).toEqual([
    'lookup',
    'lookup',
  ]);
});

it('Excel shows as texts what has that trait, and they are known by their sentences', () => {
  const said = SAMPLES.filter(([, sentence]) => problemOfText(sentence) !== undefined).map(([code]) => code);
  const codes = (Object.keys(TRAITS) as ErrorCode[]).filter((code) => TRAITS[code].isText === true);
  expect([...new Set(said)].sort()).toEqual(codes.sort());
});

it('what may be a name has that trait', () => {
  const codes = (Object.keys(TRAITS) as ErrorCode[]).filter((code) => TRAITS[code].mayBeName === true);
  expect([...MAY_BE_NAMES].sort()).toEqual(codes.sort());
});

it('the sentence of a cell tells which problem is mended in another way than by hand', () => {
  const mended: readonly ErrorCode[] = [...KNOWN, ...MAY_BE_NAMES];
  const samples = SAMPLES.filter(([code]) => code !== 'nameUnchecked');
  const found = samples.map(([, sentence]) => mendedProblemOf(sentence));
  expect(found).toEqual(samples.map(([code]) => (mended.includes(code) ? code : undefined)));
  expect(found.map((code) => helpFor(code ?? null))).toEqual(samples.map(([code]) => helpFor(code)));
});

import { ACTION_WORDS, KEY_WORDS, RUN_WORDS, type OtherWords } from '../../../shared/errors/other-words';
import { say } from '../../../shared/errors/say';
import { SENTENCES } from '../../../shared/errors/sentences';
import { sentenceInSheets } from '../../../shared/errors/sentences/sheets';
import { TraceError } from '../../../shared/errors/trace-error';
import type { ErrorCode } from '../../../shared/errors/codes';
import { PROBLEM_EXAMPLES } from '../../../docs/site/problem-examples';
import { complaintsAboutSentences, complaintsAboutWords } from '../../setup/plain-words';

const CODES = Object.keys(SENTENCES) as ErrorCode[];

/** Every way that the words of a table go for the samples of a code. */
function said(words: OtherWords, code: ErrorCode): readonly string[] {
  const say = words[code] as ((facts: object) => string) | undefined;
  return say === undefined ? [] : PROBLEM_EXAMPLES[code].map(say);
}

it.each(CODES)('%s is told in plain words', (code) => {
  expect(said(SENTENCES, code).flatMap(complaintsAboutSentences)).toEqual([]);
});

it.each(CODES)('%s is told in plain words in Google Sheets', (code) => {
  const texts = PROBLEM_EXAMPLES[code].map((facts) => sentenceInSheets(new TraceError<ErrorCode>(code, facts)));
  expect(texts.flatMap(complaintsAboutSentences)).toEqual([]);
});

it.each<ErrorCode>(['noKey', 'waitsForConsent', 'listsNotShared'])(
  "%s speaks of the key of the file's owner in Google Sheets, and of the reader's own in Excel",
  (code) => {
    const facts = PROBLEM_EXAMPLES[code][0]!;
    const error = new TraceError<ErrorCode>(code, facts);
    const saysOwner = [sentenceInSheets(error), error.message].map((sentence) => /\bowner\b/.test(sentence));
    expect(saysOwner).toEqual([true, false]);
  },
);

/** What Google Sheets and Excel do not have on a phone. */
const NOT_ON_PHONES =
  /\b(panel|pane|sidebar|menu|ribbon|button|click|press|tap|Extensions|Retry problems|Fetch waiting)\b/i;
const PLACE = 'on a computer';
/** Only an open panel of Google Sheets can say these. */
const IN_PANEL_ONLY: readonly ErrorCode[] = ['scriptSilent', 'panelOutdated'];
/** New users see these in narrow cells: their pages say where the panel is. */
const SHORT: readonly ErrorCode[] = ['noKey', 'waitsForConsent'];
const MAYBE_ON_PHONES = CODES.filter((code) => !IN_PANEL_ONLY.includes(code) && !SHORT.includes(code));

it.each(MAYBE_ON_PHONES)('%s makes sense on a phone, where there is neither panel nor menu', (code) => {
  const steps = said(SENTENCES, code).flatMap((text) => text.replace(/"[^"]*"/g, '').split(/(?<=\.) /));
  expect(steps.filter((step) => NOT_ON_PHONES.test(step) && !step.includes(PLACE))).toEqual([]);
});

it.each(CODES)('%s does not send readers of the panel to a computer', (code) => {
  const errors = PROBLEM_EXAMPLES[code].map((facts) => new TraceError<ErrorCode>(code, facts));
  const places = ['run', 'action'] as const;
  const texts = [...errors.flatMap((error) => places.map((place) => say(error, place))), ...said(KEY_WORDS, code)];
  expect(texts.filter((text) => text.includes(PLACE))).toEqual([]);
});

it.each([
  ['an enrichment', RUN_WORDS],
  ['an action', ACTION_WORDS],
  ['the key', KEY_WORDS],
])('the words for %s are plain', (_where, words) => {
  const texts = CODES.flatMap((code) => said(words, code));
  expect(texts).not.toEqual([]);
  expect(texts.flatMap(complaintsAboutSentences)).toEqual([]);
});

it.each([
  ['Open the sidebar.', 'Trace panel'],
  ['A row whose company is blank.', 'a second sentence'],
  ['What Trace is known for.', 'the thing itself'],
  ['The option takes a number.', 'accepts'],
  ['This was remembered.', 'save'],
  ['Undo the run.', 'enrichment'],
  ['The journal is full.', 'undo record'],
  ['This route is missing.', 'nothing'],
  ['This will cost a credit.', 'the present tense'],
])('%s is found', (text, instead) => {
  expect(complaintsAboutWords(text)).toEqual([expect.stringContaining(`(write: ${instead})`)]);
});

it.each([
  ['Set a limit', 'full stop'],
  ['set a limit.', 'small letter'],
  ['Set a limit; then start.', 'semicolon'],
  ['One two three four five six seven eight nine ten a b c d e f g h i j k l m.', '23 words'],
])('%s is found', (text, complaint) => {
  expect(complaintsAboutSentences(text)).toEqual([expect.stringContaining(complaint)]);
});

it.each([
  'Use ; between options: "top=3;sort=name; whose".',
  'Options go third: =TRACE_TECH(A2,"the sidebar","top=5; takes").',
  'One two three four five six seven eight nine ten a b c d e f g h i j k l. Next.',
])('%s is fine', (text) => {
  expect(complaintsAboutSentences(text)).toEqual([]);
});

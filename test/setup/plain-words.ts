import { otherNamesIn } from './one-name';

/** A phrase that users should not read, and what to write instead. */
type Turn = readonly [turn: RegExp, instead: string];

/** Inversions, old-fashioned words and circumlocutions. */
const STIFF: readonly Turn[] = [
  [/\bby now\b/i, 'now'],
  [/\bwhose\b/i, 'a second sentence'],
  [/\bwhat (\S+ )?(is|are|was|were|has|have)\b/i, 'the thing itself'],
  [/^who\b(?!.*\?)/i, 'people who'],
  [/(^|[.,:] )of these\b/i, 'the thing itself'],
  [/\btakes\b/i, 'accepts'],
  [/\bled to\b/i, 'go to'],
  [/\bshown to\b/i, 'shown by'],
  [/(?<!\bthere )\bis no (?!longer)\w/i, 'is not'],
  [/\b(anew|meanwhile|perhaps|thereof|herein)\b/i, 'again, may'],
  [/\bas far as\b/i, 'a plain limit'],
  [/\bof at most\b/i, 'up to'],
  [/\bgive (a|an|one|two|its|the|some|columns)\b/i, 'use'],
  [/\bgo on\b/i, 'continue'],
  [/\bthe right to\b/i, 'access'],
  [/\bplease\b/i, 'nothing'],
];

/** As far as a pattern can find it: users read the present tense. */
const NOT_PRESENT: readonly Turn[] = [
  [/\b(will|shall|would|had)\b/i, 'the present tense'],
  [/\b(has|have|had) (not )?been\b/i, 'the present tense'],
  [/\b(has|have) to\b/i, 'must, or an imperative'],
];

const TURNS = [...STIFF, ...NOT_PRESENT];

/** In words. 8 to 14 is the goal; a longer sentence needs a second reading. */
const LONGEST_SENTENCE = 22;

/** A capital letter or a number, or a name with its own spelling: an option, a domain, a field. */
const BEGINNING = /^([A-Z0-9=#"]|\w+=|[\w-]+\.\w|\w+ (is a field of|accepts) )/;

/** What is wrong with the words of a text or fragment. Quotations and formulas are not checked. */
export function complaintsAboutWords(text: string): readonly string[] {
  const own = withoutQuotations(text);
  const turns = TURNS.flatMap(([turn, instead]) => {
    const found = turn.exec(own)?.[0];
    return found === undefined ? [] : [`"${found}" (write: ${instead}): ${text}`];
  });
  return [...turns, ...otherNamesIn(text)];
}

/** What is wrong with sentences: their words, their length, how they begin and end. */
export function complaintsAboutSentences(text: string): readonly string[] {
  const own = withoutQuotations(text);
  const sentences = own.split(/(?<=[.?])\s+(?=\S)/);
  return [
    ...complaintsAboutWords(text),
    ...sentences
      .map(wordsIn)
      .filter((words) => words.length > LONGEST_SENTENCE)
      .map((words) => `${words.length} words: ${words.join(' ')}`),
    ...(/\S;/.test(own) ? [`a semicolon (write: two sentences): ${text}`] : []),
    ...(BEGINNING.test(text) ? [] : [`begins with a small letter: ${text}`]),
    ...(/[^.?][.?]$/.test(text) ? [] : [`ends without a full stop: ${text}`]),
  ];
}

function wordsIn(sentence: string): readonly string[] {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Replaces each quotation and each formula by one word. */
function withoutQuotations(text: string): string {
  return text.replace(/=[A-Z_]+\((?:"(?:[^"]|"")*"|[^()"])*\)/g, 'FORMULA').replace(/"[^"]*"/g, 'QUOTED');
}

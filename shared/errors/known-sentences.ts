import type { ErrorCode, ErrorFacts } from './codes';
import { SENTENCES } from './sentences';
import { CODES_OF, FETCHED, TEXTS } from './cell-traits';

/** Stands in a sentence for each value. */
const VALUE = '\uFFFC';
const VALUES: object = new Proxy({}, { get: () => VALUE });
/** The facts of every error, and once more without those that give a sentence another beginning where they are missing. */
const FACTS: readonly object[] = [VALUES, { __proto__: VALUES, requested: null }];
/** The first sentence to its end or, where it has values, to the first of them. */
const OPENING = new RegExp(`^[^${VALUE}]+?\\. |^[^${VALUE}]+`);
/** A reason that another sentence gives follows its quotation: `Trace could not check the name "x". Trace took too long…`. */
const BEFORE = '". ';

const openings: { [C in ErrorCode]?: readonly string[] } = {};

/**
 * Leads a sentence back to the code of its error. Cells of Google Sheets hold nothing but sentences, in English in every
 * build. The advice at the end may be that of another version: the opening tells.
 *
 * @param sentence of a cell, without the prefix
 * @param codes those that it is looked for among
 */
export function codeSaidIn<C extends ErrorCode>(sentence: string, codes: readonly C[]): C | undefined {
  const text = BEFORE + sentence;
  return codes.find((code) => (openings[code] ??= openingsOf(code)).some((opening) => text.includes(BEFORE + opening)));
}

/** None where a sentence begins with a value. */
function openingsOf<C extends ErrorCode>(code: C): readonly string[] {
  return FACTS.flatMap((facts) => OPENING.exec(SENTENCES[code](facts as ErrorFacts[C])) ?? []);
}

/** Whether a cell has the sentence of an error that a person can fetch in the panel. */
export function saysThatItWaits(sentence: string): boolean {
  return codeSaidIn(sentence, FETCHED) !== undefined;
}

/** Whether a cell has the sentence of a missing key. */
export function saysThatKeyIsMissing(sentence: string): boolean {
  return codeSaidIn(sentence, CODES_OF.noKey) !== undefined;
}

/** The problem that a text in an Excel cell tells; `undefined`: none that stands there as a text. */
export function problemOfText(sentence: string): ErrorCode | undefined {
  return codeSaidIn(sentence, TEXTS);
}

import type { ErrorCode, ErrorFacts } from './codes';
import { SENTENCES } from './sentences';
import { CODES_OF, FETCHED, MAY_BE_NAMES, TEXTS } from './cell-traits';

/** The placeholder for each value in a sentence. */
const VALUE = '\uFFFC';
const VALUES: object = new Proxy({}, { get: () => VALUE });
/** The facts of every error, and again without those whose absence changes the beginning of a sentence. */
const FACTS: readonly object[] = [VALUES, { __proto__: VALUES, requested: null }];
/** The first sentence to its end or, if it contains values, to the first of them. */
const OPENING = new RegExp(`^[^${VALUE}]+?\\. |^[^${VALUE}]+`);
/**
 * Another sentence may give a reason after a quotation: `Trace could not check the name "x". Trace took too long…`.
 */
const BEFORE = '". ';

const openings: { [C in ErrorCode]?: readonly string[] } = {};

/**
 * Finds the error code of a sentence. Cells of Google Sheets contain only sentences, in English in every build. The
 * advice at the end may come from another version, so only the opening is compared.
 *
 * @param sentence of a cell, without the prefix
 * @param codes the codes to search among
 */
export function codeSaidIn<C extends ErrorCode>(sentence: string, codes: readonly C[]): C | undefined {
  const text = BEFORE + sentence;
  return codes.find((code) => (openings[code] ??= openingsOf(code)).some((opening) => text.includes(BEFORE + opening)));
}

/** Empty if a sentence begins with a value. */
function openingsOf<C extends ErrorCode>(code: C): readonly string[] {
  return FACTS.flatMap((facts) => OPENING.exec(SENTENCES[code](facts as ErrorFacts[C])) ?? []);
}

/** Whether a cell shows an error that the user solves by fetching in the panel. */
export function saysThatItWaits(sentence: string): boolean {
  return codeSaidIn(sentence, FETCHED) !== undefined;
}

/** Whether a cell says that the key is missing. */
export function saysThatKeyIsMissing(sentence: string): boolean {
  return codeSaidIn(sentence, CODES_OF.noKey) !== undefined;
}

/** Problems with an opening that decide what mends a cell. */
const MENDED: readonly ErrorCode[] = [...Object.values(CODES_OF).flat(), ...FETCHED];

/** What the first sentence says right after the quotation at its beginning. */
const AFTER_QUOTATION = new RegExp(`^"${VALUE}("[^${VALUE}]+?\\. )`);

/** The problem of a cell, as far as it decides what mends the cell; `undefined`: it is corrected by hand. */
export function mendedProblemOf(sentence: string): ErrorCode | undefined {
  return codeSaidIn(sentence, MENDED) ?? MAY_BE_NAMES.find((code) => saysOfQuotation(sentence, code));
}

/** Many sentences begin with a quotation and have no opening, so what follows it is compared. */
function saysOfQuotation<C extends ErrorCode>(sentence: string, code: C): boolean {
  const [, said] = AFTER_QUOTATION.exec(SENTENCES[code](VALUES as ErrorFacts[C])) ?? [];
  return said !== undefined && sentence.startsWith('"') && sentence.includes(said);
}

/** The problem that a text in an Excel cell shows; `undefined`: none that Excel shows as text. */
export function problemOfText(sentence: string): ErrorCode | undefined {
  return codeSaidIn(sentence, TEXTS);
}

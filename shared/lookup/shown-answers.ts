import { BASE64URL_DIGITS } from '../digest';
import { parseJson, readArray, readCount, readObject, readText, toAsciiJson } from '../client/json';
import { TraceError, type ErrorFacts } from '../errors/trace-error';
import { isCard, type Cell, type Table } from '../cells/values';
import { shownKey, write } from './cache';
import type { FetchTask, ShownAnswer } from './ports';

/**
 * What formulas of a document have shown, packed for small stores: cells instead of whole API answers, with each word
 * stored once. The cache keeps it for the next calculation, and the document for the next day.
 */

const VERSION = 1;
/** Joined values share most of their words with those of other companies. */
const JOINT = ', ';
const WORD_CODE_LENGTH = 3;
const MAX_WORDS = BASE64URL_DIGITS.length ** WORD_CODE_LENGTH;
const MINUTE_MS = 60_000;

type Word = string | number | boolean | { readonly day: string } | UnknownTechnology;

/** A lasting problem. It is stored as a problem, because plain text could not be searched for. */
interface UnknownTechnology {
  readonly unknown: string;
  readonly nearest: readonly string[];
}

type ReadWord = Exclude<Word, UnknownTechnology> | TraceError;

/**
 * Packs answers into one text of at most `maxLength` ASCII characters. The oldest are dropped if they do not fit.
 *
 * @param answers newest last
 * @internal tests pack what no formula shows
 */
export function packShown(answers: readonly ShownAnswer[], maxLength: number): string {
  const pack = new Pack(maxLength);
  for (const answer of [...answers].reverse()) pack.add(answer);
  return pack.toText();
}

/**
 * The answers in a text; none if it is damaged or of another version.
 * @internal tests read what is stored
 */
export function unpackShown(text: string): readonly ShownAnswer[] {
  const [version, words, entries] = readArray(parseJson(text)) ?? [];
  const known = readArray(words)?.map(readWord) ?? [];
  if (version !== VERSION) return [];
  return (readArray(entries) ?? []).flatMap((entry) => readEntry(entry, known) ?? []);
}

/** A text of answers, as it is filled. */
class Pack {
  private readonly words = new Map<string, number>();
  private readonly entries: string[] = [];
  private length = 20;

  constructor(private readonly maxLength: number) {}

  /** Adds an answer if it fits, and drops it otherwise. */
  add({ signature, key, asOfMs, lines }: ShownAnswer): void {
    const added: string[] = [];
    const codeOf = (word: Word): string => {
      const written = toAsciiJson(word);
      let index = this.words.get(written);
      if (index === undefined) {
        index = this.words.size;
        this.words.set(written, index);
        added.push(written);
      }
      return toCode(index);
    };
    const cells = lines.map((line) => line.map((cell) => wordsOf(cell).map(codeOf).join('')).join(' '));
    const entry = toAsciiJson([codeOf(signature), key, Math.floor(asOfMs / MINUTE_MS), cells]);
    const length = entry.length + 1 + added.reduce((sum, word) => sum + word.length + 1, 0);
    if (this.length + length > this.maxLength || this.words.size > MAX_WORDS) {
      for (const word of added) this.words.delete(word);
      return;
    }
    this.length += length;
    this.entries.push(entry);
  }

  toText(): string {
    return `[${VERSION},[${[...this.words.keys()].join(',')}],[${[...this.entries].reverse().join(',')}]]`;
  }
}

function wordsOf(cell: Cell): readonly Word[] {
  if (typeof cell === 'string') return cell.split(JOINT);
  if (isCard(cell)) return wordsOf(cell.text);
  if (typeof cell !== 'object' || 'day' in cell) return [cell];
  // Other problems are temporary, and rows with one are not saved.
  if (cell.code !== 'technologyUnknown') throw cell;
  const { text, nearest } = cell.facts as ErrorFacts['technologyUnknown'];
  return [{ unknown: text, nearest }];
}

function readEntry(entry: unknown, words: readonly (ReadWord | null)[]): readonly [ShownAnswer] | null {
  const [signature, key, minute, lines] = readArray(entry) ?? [];
  const shown = readArray(lines)?.map((line) => readLine(line, words)) ?? [];
  const [signatureWord] = decode(signature, words) ?? [];
  const [name, atMinute] = [readText(key), readCount(minute)];
  if (typeof signatureWord !== 'string' || name === null || atMinute === null) return null;
  if (shown.some((line) => line === null)) return null;
  return [{ signature: signatureWord, key: name, asOfMs: atMinute * MINUTE_MS, lines: shown as Table }];
}

function readLine(line: unknown, words: readonly (ReadWord | null)[]): readonly Cell[] | null {
  if (typeof line !== 'string') return null;
  const cells = line.split(' ').map((codes): Cell | null => {
    const decoded = decode(codes, words);
    if (decoded === null) return null;
    const [first = ''] = decoded;
    return decoded.length === 1 ? first : decoded.join(JOINT);
  });
  return cells.some((cell) => cell === null) ? null : (cells as Cell[]);
}

/** Returns `null` if a code has no word. */
function decode(codes: unknown, words: readonly (ReadWord | null)[]): readonly ReadWord[] | null {
  if (typeof codes !== 'string' || codes.length % WORD_CODE_LENGTH !== 0) return null;
  const decoded: ReadWord[] = [];
  for (let at = 0; at < codes.length; at += WORD_CODE_LENGTH) {
    const word = words[toIndex(codes.slice(at, at + WORD_CODE_LENGTH))];
    if (word === undefined || word === null) return null;
    decoded.push(word);
  }
  return decoded;
}

function toCode(index: number): string {
  return [2, 1, 0]
    .map((place) => BASE64URL_DIGITS[Math.floor(index / BASE64URL_DIGITS.length ** place) % BASE64URL_DIGITS.length])
    .join('');
}

function toIndex(code: string): number {
  return [...code].reduce((index, digit) => index * BASE64URL_DIGITS.length + BASE64URL_DIGITS.indexOf(digit), 0);
}

function readWord(word: unknown): ReadWord | null {
  if (typeof word === 'string' || typeof word === 'number' || typeof word === 'boolean') return word;
  const { day, unknown, nearest } = readObject(word) ?? {};
  if (typeof day === 'string') return { day };
  if (typeof unknown !== 'string') return null;
  const names = (readArray(nearest) ?? []).flatMap((name) => readText(name) ?? []);
  return new TraceError('technologyUnknown', { text: unknown, nearest: names });
}

/** Google's cache drops entries after six hours: https://developers.google.com/apps-script/reference/cache/cache. */
const KEEP_SECONDS = 21_600;

/** What formulas of a document have shown to one account, by {@link nameOf}, oldest first. */
export type ShownAnswers = ReadonlyMap<string, ShownAnswer>;

export function nameOf(signature: string, key: string): string {
  return `${signature}\n${key}`;
}

/** The shown answers that the cache has, by key. */
export function readShownFromCache(
  accountId: string,
  signature: string,
  keys: readonly string[],
  cached: ReadonlyMap<string, string>,
): ReadonlyMap<string, ShownAnswer> {
  const found = new Map<string, ShownAnswer>();
  for (const key of keys) {
    const [answer] = unpackShown(cached.get(shownKey(accountId, signature, key)) ?? '');
    if (answer?.signature === signature && answer.key === key) found.set(key, answer);
  }
  return found;
}

/** The shown answers that a document's text holds for an account; none if it is damaged or belongs to another one. */
export function readShown(text: string, accountId: string): ShownAnswers {
  const end = text.indexOf('|');
  const answers = text.slice(0, end) === accountId ? unpackShown(text.slice(end + 1)) : [];
  return new Map(answers.map((answer) => [nameOf(answer.signature, answer.key), answer]));
}

/** A new lookup of the company itself does not renew the answers of these functions. */
const ABOUT_PARTNERS = /^\["TRACE_(PARTNER|SHARED)/;

/**
 * When each company itself was last answered (milliseconds since 1970), according to the document's text. Only the
 * newest answer counts: deleted formulas may have shown older ones.
 */
export function newestShown(text: string, accountId: string): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { signature, key, asOfMs } of readShown(text, accountId).values()) {
    if (!ABOUT_PARTNERS.test(signature)) newest.set(key, Math.max(asOfMs, newest.get(key) ?? 0));
  }
  return newest;
}

/**
 * Adds answers to the document's text. The oldest are dropped if there is no room.
 *
 * @param room in ASCII characters
 */
export function addShown(text: string, accountId: string, answers: readonly ShownAnswer[], room: number): string {
  const kept = new Map(readShown(text, accountId));
  for (const answer of answers) {
    const name = nameOf(answer.signature, answer.key);
    kept.delete(name);
    kept.set(name, answer);
  }
  return `${accountId}|${packShown([...kept.values()], room - accountId.length - 1)}`;
}

/**
 * Caches answers, so that the next calculation need not read the document.
 *
 * @param known lookups with nothing to keep. They are noted as empty, so that no formula tries them again
 */
export function* cacheShown(
  accountId: string,
  answers: Iterable<ShownAnswer>,
  known: readonly { readonly shownAs: string; readonly keys: readonly string[] }[],
): FetchTask<void> {
  const entries = new Map<string, string>();
  for (const { shownAs, keys } of known) {
    if (shownAs !== '') for (const key of keys) entries.set(shownKey(accountId, shownAs, key), '');
  }
  for (const answer of answers) {
    entries.set(shownKey(accountId, answer.signature, answer.key), packShown([answer], Infinity));
  }
  if (entries.size > 0) yield* write(entries, KEEP_SECONDS);
}

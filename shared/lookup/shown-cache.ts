import { write } from './cache';
import { shownKey } from './cache-entry';
import { packShown, unpackShown, type ShownAnswer } from './displayed-rows';
import type { FetchTask } from './ports';

/** Google drops what its cache holds after six hours: https://developers.google.com/apps-script/reference/cache/cache. */
const KEEP_SECONDS = 21_600;

/**
 * What formulas of a document have shown, by one account: in the cache for the next calculation, and in the document for
 * the day after. By {@link nameOf}, the oldest first.
 */
export type Shown = ReadonlyMap<string, ShownAnswer>;

export function nameOf(signature: string, key: string): string {
  return `${signature}\n${key}`;
}

/** What the cache has of these, by key. */
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

/** Everything that a document's text says of an account; nothing where the text is another account's or damaged. */
export function readShown(text: string, accountId: string): Shown {
  const end = text.indexOf('|');
  const answers = text.slice(0, end) === accountId ? unpackShown(text.slice(end + 1)) : [];
  return new Map(answers.map((answer) => [nameOf(answer.signature, answer.key), answer]));
}

/** The document's text with more answers; the oldest make room. @param room in characters, all of them ASCII */
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
 * Puts answers into the cache, so that the next calculation needs nothing of the document.
 *
 * @param known what else is known and has shown nothing that could be kept: it is not tried again
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

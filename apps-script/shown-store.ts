import { packShown, shownKey, unpackShown, type ShownAnswer } from '../shared/index';
import { writeCache } from './document-cache';
import { BUDGET, type DocumentStore } from './document-store';

/** Google drops what its cache holds after six hours: https://developers.google.com/apps-script/reference/cache/cache. */
const KEEP_SECONDS = 21_600;

/**
 * What formulas of this spreadsheet have shown, by one account: in the cache for the next calculation, and in the
 * spreadsheet's properties for the day after. By {@link nameOf}, the oldest first.
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

/** Everything that the spreadsheet remembers of an account. */
export function readShown(store: DocumentStore, accountId: string): Shown {
  const text = store.read('TRACE_SHOWN');
  const end = text.indexOf('|');
  const answers = text.slice(0, end) === accountId ? unpackShown(text.slice(end + 1)) : [];
  return new Map(answers.map((answer) => [nameOf(answer.signature, answer.key), answer]));
}

/** Adds answers to the spreadsheet's properties; the oldest make room. */
export function keepShown(store: DocumentStore, accountId: string, answers: readonly ShownAnswer[]): void {
  const kept = new Map(readShown(store, accountId));
  for (const answer of answers) {
    const name = nameOf(answer.signature, answer.key);
    kept.delete(name);
    kept.set(name, answer);
  }
  const room = BUDGET.TRACE_SHOWN - accountId.length - 1;
  store.write({ TRACE_SHOWN: `${accountId}|${packShown([...kept.values()], room)}` });
}

/**
 * Puts answers into the cache, so that the next calculation needs no properties.
 *
 * @param known what else is known and has shown nothing that could be kept: it is not tried again
 */
export function cacheShown(
  accountId: string,
  answers: Iterable<ShownAnswer>,
  known: readonly { readonly shownAs: string; readonly keys: readonly string[] }[],
): void {
  const entries = new Map<string, string>();
  for (const { shownAs, keys } of known) {
    if (shownAs !== '') for (const key of keys) entries.set(shownKey(accountId, shownAs, key), '');
  }
  for (const answer of answers) {
    entries.set(shownKey(accountId, answer.signature, answer.key), packShown([answer], Infinity));
  }
  if (entries.size > 0) writeCache(entries, KEEP_SECONDS);
}

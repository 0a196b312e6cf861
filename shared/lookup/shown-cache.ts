import { shownKey, write } from './cache';
import { packShown, unpackShown, type ShownAnswer } from './displayed-rows';
import type { FetchTask } from './ports';

/** Google's cache drops entries after six hours: https://developers.google.com/apps-script/reference/cache/cache. */
const KEEP_SECONDS = 21_600;

/**
 * What formulas of a document have shown to one account, by {@link nameOf}, oldest first. The cache keeps it for the
 * next calculation, and the document for the next day.
 */
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
 * When each company was last answered (milliseconds since 1970), according to the document's text. Only the newest
 * answer counts: deleted formulas may have shown older ones.
 */
export function newestShown(
  text: string,
  accountId: string,
  companies: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { signature, key, asOfMs } of readShown(text, accountId).values()) {
    if (!companies.has(key) || ABOUT_PARTNERS.test(signature)) continue;
    newest.set(key, Math.max(asOfMs, newest.get(key) ?? 0));
  }
  return newest;
}

/** The companies that a document's text has an answer about itself, not only about its partners. */
export function shownCompanies(text: string, accountId: string): ReadonlySet<string> {
  const answers = [...readShown(text, accountId).values()];
  return new Set(answers.flatMap(({ signature, key }) => (ABOUT_PARTNERS.test(signature) ? [] : [key])));
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

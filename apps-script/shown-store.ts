import { packShown, shownKey, unpackShown, type ShownAnswer } from '../shared/index';
import { writeCache } from './document-cache';
import { BUDGET, readDocument, readText, writeTexts, type DocumentProperties } from './document-store';

/** Google drops what its cache holds after six hours: https://developers.google.com/apps-script/reference/cache/cache. */
const KEEP_SECONDS = 21_600;

/**
 * What formulas of this spreadsheet have shown, by one account: in the cache for the next calculation, and in the
 * spreadsheet's properties for the day after.
 */

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

/** Everything that the spreadsheet remembers of an account, the oldest first. */
export function readShown(properties: DocumentProperties, accountId: string): readonly ShownAnswer[] {
  const text = readText(properties, 'TRACE_SHOWN');
  const end = text.indexOf('|');
  return text.slice(0, end) === accountId ? unpackShown(text.slice(end + 1)) : [];
}

/** Adds answers to the spreadsheet's properties; the oldest make room. */
export function keepShown(accountId: string, answers: readonly ShownAnswer[]): void {
  const properties = readDocument();
  const kept = new Map<string, ShownAnswer>();
  for (const answer of [...readShown(properties, accountId), ...answers]) {
    const name = `${answer.signature}\n${answer.key}`;
    kept.delete(name);
    kept.set(name, answer);
  }
  const room = BUDGET.TRACE_SHOWN - accountId.length - 1;
  writeTexts({ TRACE_SHOWN: `${accountId}|${packShown([...kept.values()], room)}` }, properties);
}

/** Puts answers into the cache, so that the next calculation needs no properties. */
export function cacheShown(accountId: string, answers: readonly ShownAnswer[]): void {
  const entries = answers.map((answer): [string, string] => [
    shownKey(accountId, answer.signature, answer.key),
    packShown([answer], Infinity),
  ]);
  writeCache(new Map(entries), KEEP_SECONDS);
}

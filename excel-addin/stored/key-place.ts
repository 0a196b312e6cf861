import { del, get, set } from 'idb-keyval';
import { partitionKey, platform } from '../office';
import { PageDatabase } from '../functions/page-database';

/** Apart from the key itself: browsers that clear one of the two may leave the other. */
const database = new PageDatabase('trace-keys', 'saved');

/** Where the key is, for people. Browsers keep storage of embedded pages apart for each site that embeds them. */
export function toKeyNote(): string {
  const place = /^(PC|Mac|iOS)$/.test(platform()) ? 'in Excel on this computer' : 'on this site, in this browser';
  return `Saved ${place}, never in the workbook. Others need their own key.`;
}

/** Remembers that a key was saved, or forgotten on purpose. */
export async function noteKey(isSaved: boolean): Promise<void> {
  const name = `${partitionKey()}key`;
  await database.ask((store) => (isSaved ? set(name, true, store) : del(name, store))).catch(() => undefined);
}

/** Whether a key was saved that nobody has forgotten. */
export async function wasKeySaved(): Promise<boolean> {
  const name = `${partitionKey()}key`;
  return (await database.ask((store) => get<unknown>(name, store)).catch(() => undefined)) === true;
}

declare const document: { requestStorageAccess?(): Promise<unknown> } | undefined;

/**
 * Asks the browser to keep what an embedded page stores; some ask the user, which they do only right after a click.
 * Source: https://developer.mozilla.org/docs/Web/API/Document/requestStorageAccess.
 */
export function askForStorage(): void {
  if (typeof document === 'undefined') return;
  // Where it is refused, the key is saved for as long as the browser likes.
  document.requestStorageAccess?.().catch(() => undefined);
}

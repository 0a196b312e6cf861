import { del, get, set } from 'idb-keyval';
import { partitionKey, platform } from '../office';
import { PageDatabase } from '../functions/page-database';

/** Separate from the key itself: browsers that clear one of the two may leave the other. */
const database = new PageDatabase('trace-keys', 'saved');

/**
 * Tells users where the key is stored. Browsers separate the storage of embedded pages by the site that embeds them.
 */
export function toKeyNote(): string {
  const place = /^(PC|Mac|iOS)$/.test(platform()) ? 'in Excel on this computer' : 'on this site, in this browser';
  return `Saved ${place}, never in the workbook. Others need their own key.`;
}

/** Notes that a key was saved, or removed on purpose. */
export async function noteKey(isSaved: boolean): Promise<void> {
  const name = `${partitionKey()}key`;
  await database.ask((store) => (isSaved ? set(name, true, store) : del(name, store))).catch(() => undefined);
}

/** Whether a key was saved and not removed on purpose. */
export async function wasKeySaved(): Promise<boolean> {
  const name = `${partitionKey()}key`;
  return (await database.ask((store) => get<unknown>(name, store)).catch(() => undefined)) === true;
}

declare const document: { requestStorageAccess?(): Promise<unknown> } | undefined;

/**
 * Asks the browser to keep what an embedded page stores. Some browsers ask the user, which works only right after a
 * click. Source: https://developer.mozilla.org/docs/Web/API/Document/requestStorageAccess.
 */
export function askForStorage(): void {
  if (typeof document === 'undefined') return;
  // If this is refused, the browser decides how long to keep the key.
  document.requestStorageAccess?.().catch(() => undefined);
}

import { parseJson, readArray, readObject, type JsonObject } from './json';

/** Under which {@link parseEntries} leaves the text of an entry's record: a name that no answer can have. */
const RECORD_TEXT: unique symbol = Symbol();

interface Entry {
  [RECORD_TEXT]?: string;
}

const LIST = '{"results":[';
const ENTRY = '{"domain":';
const RECORD = '"company":';

/**
 * An answer as `JSON.parse` reads it; in a batch, with the text of each company beside it where it can be cut out. Stores
 * keep that text: writing 100,000 companies anew takes as long as reading them.
 *
 * @returns `undefined` where the text is not JSON
 */
export function parseEntries(text: string): unknown {
  const body = parseJson(text);
  if (body !== undefined && text.startsWith(LIST + ENTRY)) noteTexts(body, text);
  return body;
}

/** What the service wrote for the company of an entry; `undefined` where it could not be told. */
export function recordTextOf(entry: object): string | undefined {
  return (entry as Entry)[RECORD_TEXT];
}

/**
 * Quotes within the strings of JSON are escaped, so the text between two entries stands between objects only. A record may
 * hold such objects too: each part therefore has to begin with its own entry's domain.
 */
function noteTexts(body: unknown, text: string): void {
  const entries = (readArray(readObject(body)?.['results']) ?? []).map(readObject);
  const parts = text.slice(LIST.length + ENTRY.length, text.lastIndexOf('}]')).split(`},${ENTRY}`);
  const recordIn = (part = ''): string => part.slice(part.indexOf(RECORD) + RECORD.length);
  const isOwn = (entry: JsonObject | null, at: number): boolean =>
    parts[at]!.startsWith(`${JSON.stringify(entry?.['domain'])},`);
  // Where the list ends is a guess.
  if (parts.length !== entries.length || parseJson(recordIn(parts[parts.length - 1])) === undefined) return;
  if (!entries.every(isOwn)) return;
  entries.forEach((entry, at) => {
    if (endsWithRecord(entry!)) (entry as Entry)[RECORD_TEXT] = recordIn(parts[at]);
  });
}

/** Whether its domain comes first, its company last, and only plain values in between. */
function endsWithRecord(entry: JsonObject): boolean {
  const values = Object.entries(entry);
  const isPlain = ([, value]: readonly [string, unknown]): boolean => typeof value !== 'object';
  return values[0]?.[0] === 'domain' && values.pop()?.[0] === 'company' && values.every(isPlain);
}

import { parseJson, readArray, readObject } from './json';

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
 * Quotes are escaped within the strings of JSON, so the text between two entries stands between objects only. If a record
 * contains it too, there are more parts than entries. A part that is cut in the middle of a record is not JSON, and stores
 * take that for missing.
 */
function noteTexts(body: unknown, text: string): void {
  const entries = readArray(readObject(body)?.['results']) ?? [];
  const parts = text.slice(LIST.length, text.lastIndexOf('}]')).split(`},${ENTRY}`);
  const recordIn = (part = ''): string => part.slice(part.indexOf(RECORD) + RECORD.length);
  // Where the list ends is a guess.
  if (parts.length !== entries.length || parseJson(recordIn(parts[parts.length - 1])) === undefined) return;
  entries.forEach((entry, at) => {
    if (endsWithRecord(entry)) (entry as Entry)[RECORD_TEXT] = recordIn(parts[at]);
  });
}

/** Whether an entry begins with its domain and ends with its company, with plain values between them. */
function endsWithRecord(entry: unknown): boolean {
  const values = Object.entries(entry as object);
  const isPlain = ([, value]: readonly [string, unknown]): boolean => typeof value !== 'object';
  return values[0]?.[0] === 'domain' && values.pop()?.[0] === 'company' && values.every(isPlain);
}

import { parseJson, type JsonObject } from './json';

/** Under which {@link parseEntries} leaves the text of an entry's record: a name that no answer can have. */
const RECORD_TEXT: unique symbol = Symbol();

interface Entry {
  company?: unknown;
  [RECORD_TEXT]?: string;
}

const LIST = '{"results":[';
const ENTRY = '{"domain":';
const RECORD = '"company":';

/**
 * An answer as `JSON.parse` reads it; in a batch, with the text of each company beside it where it can be cut out. Stores
 * keep that text: writing 100,000 companies anew takes as long as reading them.
 *
 * JSON values with commas between them are the JSON of their list, so nothing is taken on trust: each part is read by
 * itself, and where one of them is no JSON, or there are none, the answer is read as a whole.
 *
 * @returns `undefined` where the text is not JSON
 */
export function parseEntries(text: string): unknown {
  try {
    if (text.startsWith(LIST + ENTRY)) return parseParts(text);
  } catch {
    // It is spelled otherwise.
  }
  return parseJson(text);
}

/** What the service wrote for the company of an entry; `undefined` where it could not be told. */
export function recordTextOf(entry: object): string | undefined {
  return (entry as Entry)[RECORD_TEXT];
}

/** Throws where a part is no JSON. */
function parseParts(text: string): unknown {
  const end = text.lastIndexOf('}]');
  const results = text
    .slice(LIST.length + ENTRY.length, end)
    .split(`},${ENTRY}`)
    .map(parseEntry);
  return { ...(JSON.parse(LIST + text.slice(end + 1)) as JsonObject), results };
}

/** @param text without what all entries begin and end with */
function parseEntry(text: string): Entry {
  const at = text.indexOf(RECORD) + RECORD.length;
  if (at < RECORD.length) throw new Error('it has no record');
  const record = text.slice(at);
  const entry = JSON.parse(`${ENTRY}${text.slice(0, at)}null}`) as Entry;
  entry.company = JSON.parse(record);
  entry[RECORD_TEXT] = record;
  return entry;
}

/**
 * Longer texts in the properties of the spreadsheet, which every user of the file can read: answers and accounts of
 * spending, never a key. Google keeps 500 KB for all and 9 KB in one
 * (https://developers.google.com/apps-script/guides/services/quotas), so each text has its share and is cut into parts.
 */

/** In characters; everything that is written here is ASCII. */
export const BUDGET = {
  /** What formulas have shown. */
  TRACE_SHOWN: 240_000,
  /** The companies that were paid for. */
  TRACE_PAID: 170_000,
  /** What was spent, today and by whose key; the policy; the journal of a retry has 24,000 of its own. */
  TRACE_SPENT: 8_000,
  TRACE_POLICY: 1_000,
} as const;

export type DocumentText = keyof typeof BUDGET;

const PART_LENGTH = 8_800;
const SEPARATOR = '|';

/** Everything that is stored, in one call. */
export type DocumentProperties = Readonly<Record<string, string>>;

export function readDocument(): DocumentProperties {
  try {
    return PropertiesService.getDocumentProperties().getProperties();
  } catch {
    return {};
  }
}

/** A text, or `''` where there is none, a part is missing, or its parts are of different writings. */
export function readText(properties: DocumentProperties, name: DocumentText): string {
  const [, count = '', stamp = '', first = ''] =
    /^(\d+)\|([^|]*)\|([\s\S]*)$/.exec(properties[`${name}_0`] ?? '') ?? [];
  const parts = [first];
  for (let part = 1; part < Number(count); part += 1) {
    const text = properties[`${name}_${part}`] ?? '';
    const prefix = `${stamp}${SEPARATOR}`;
    if (!text.startsWith(prefix)) return '';
    parts.push(text.slice(prefix.length));
  }
  return parts.join('');
}

/**
 * Writes texts, in one call, and takes away what is left of longer ones. A text over its budget is not written. Where
 * Google refuses, what was there stays.
 *
 * @param before what is stored now
 */
export function writeTexts(texts: Readonly<Partial<Record<DocumentText, string>>>, before: DocumentProperties): void {
  const stamp = Utilities.getUuid().slice(0, 8);
  const written: Record<string, string> = {};
  const names = Object.keys(texts) as DocumentText[];
  for (const name of names) {
    const text = texts[name] ?? '';
    if (text.length > BUDGET[name]) continue;
    const count = Math.max(1, Math.ceil(text.length / PART_LENGTH));
    for (let part = 0; part < count; part += 1) {
      const head = part === 0 ? `${count}${SEPARATOR}${stamp}` : stamp;
      written[`${name}_${part}`] = `${head}${SEPARATOR}${text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH)}`;
    }
  }
  try {
    const properties = PropertiesService.getDocumentProperties();
    properties.setProperties(written);
    for (const stored of Object.keys(before)) {
      if (names.some((name) => stored.startsWith(`${name}_`)) && !(stored in written))
        properties.deleteProperty(stored);
    }
  } catch {
    // What is not remembered is asked for again.
  }
}

/** A condition's value as a person types it. Several are separated by commas; one with a comma stands in quotes. */

/** `null`: not a value that can be typed, so that it is only shown. */
export function toTypedText(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each): each is string => typeof each === 'string')) {
    return value.map(quoted).join(', ');
  }
  return null;
}

/** How a typed text is read. */
interface ValueKind {
  readonly isList: boolean;
  readonly isNumber: boolean;
}

/** No page says which operators take several values; these words mean it everywhere. */
const TAKES_LIST = /(^|_)(in|any|all|none|oneof|anyof)(_|$)/;

/** @param type of the field, in the catalogue's word */
export function kindOf(operator: string, type: string | null, value: unknown): ValueKind {
  const isList = TAKES_LIST.test(operator) || (Array.isArray(value) && !/equals|than|contains|uses/.test(operator));
  return { isList, isNumber: !isList && /^(number|integer|int|float|count|year)$/.test(type ?? '') };
}

export function readTypedText(text: string, { isList, isNumber }: ValueKind): unknown {
  if (isList) return splitTexts(text);
  const trimmed = text.trim();
  return isNumber && /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** The same value for an operator or a field of another kind. */
export function convertValue(value: unknown, kind: ValueKind): unknown {
  const text = toTypedText(value);
  if (text === null || (Array.isArray(value) && kind.isList)) return value;
  if (Array.isArray(value)) return readTypedText(String((value as readonly unknown[])[0] ?? ''), kind);
  return kind.isList ? (text.trim() === '' ? [] : [text.trim()]) : readTypedText(text, kind);
}

function quoted(text: string): string {
  return /[",]|^\s|\s$|^$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function splitTexts(text: string): readonly string[] {
  const texts: string[] = [];
  const part = /\s*(?:"((?:[^"]|"")*)"?|([^,]*))\s*(?:,|$)/y;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) break;
    const [, inQuotes, plain = ''] = found;
    if (inQuotes !== undefined) texts.push(inQuotes.replace(/""/g, '"'));
    else if (plain.trim() !== '') texts.push(plain.trim());
  }
  return texts;
}

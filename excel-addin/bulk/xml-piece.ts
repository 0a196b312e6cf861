/**
 * In characters, of which each is written as five at most. Word on the web carries no part over 1 MB:
 * https://github.com/OfficeDev/office-js/issues/2408.
 */
const MOST_IN_PIECE = 100_000;

const ELEMENT = 'journal';
/** Its number, and whether it is an index. */
const CONTENT = /^<journal[^<>]*>(\d{1,15})(i?) ([^<>]*)<\/journal>$/;
/** Everything but printable ASCII, which XML may not hold or programs may write in another way. */
const UNSAFE = /[^\x20-\x7e]|[&<>"'\\]/g;
const ESCAPED = /\\([\da-f]{4})/g;

/** Part of a text, or an index of the texts, as a custom XML part holds it. */
export interface XmlPiece {
  /** Later pieces have higher ones. */
  readonly number: number;
  readonly isIndex: boolean;
  readonly text: string;
}

/** What tells these parts from those of other add-ins. No address of a page. */
export function namespaceOf(name: string): string {
  return `urn:tracedata:sheets-excel:${name}`;
}

/** Pieces of a text that are short enough once they are written. */
export function toPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start < text.length; start += MOST_IN_PIECE) {
    pieces.push(text.slice(start, start + MOST_IN_PIECE));
  }
  return pieces;
}

export function toXml(name: string, { number, isIndex, text }: XmlPiece): string {
  return `<${ELEMENT} xmlns="${namespaceOf(name)}">${number}${isIndex ? 'i' : ''} ${escaped(text)}</${ELEMENT}>`;
}

/** Excel may put a declaration before it. `null`: anyone may have written something else. */
export function readPiece(xml: string): XmlPiece | null {
  const [, number, index, text] = CONTENT.exec(xml.replace(/^\s*<\?xml[^>]*\?>\s*/, '').trimEnd()) ?? [];
  if (number === undefined || text === undefined) return null;
  const plain = text.replace(ESCAPED, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  return { number: Number(number), isIndex: index !== '', text: plain };
}

function escaped(text: string): string {
  return text.replace(UNSAFE, (unit) => `\\${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** One element of a document: its name, attributes and content. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Element[];
}

/** An element; `null` content is left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Element | null)[]
): Element {
  return { name, attributes, content: content.filter((element) => element !== null) };
}

/** A document, indented by two spaces for each level. */
export function toXmlText(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toLines(root, '')}\n`;
}

function toLines({ name, attributes, content }: Element, indent: string): string {
  const { '#text': text, ...others } = attributes;
  const written = Object.entries(others).map(([attribute, value]) => ` ${attribute}="${escapeXml(value)}"`);
  const start = `${indent}<${name}${written.join('')}`;
  if (text !== undefined) return `${start}>${escapeXml(text)}</${name}>`;
  if (content.length === 0) return `${start}/>`;
  return [`${start}>`, ...content.map((element) => toLines(element, `${indent}  `)), `${indent}</${name}>`].join('\n');
}

/** An element with a text. */
export function textElement(name: string, text: string): Element {
  return xml(name, { '#text': text });
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text that a reader sees, in one line. */
export function toText(html: string): string {
  return html
    .replace(/<[^>]*>/g, (tag) => (/^<\/?(a|b|em|strong|code|i)\b/.test(tag) ? '' : ' '))
    .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of the first paragraph that has some. */
export function firstParagraph(html: string): string {
  const paragraphs = html.match(/<p[ >][\s\S]*?<\/p>/g) ?? [];
  return paragraphs.map(toText).find((text) => text !== '') ?? '';
}

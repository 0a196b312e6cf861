/** The headings, paragraphs and list items of a Markdown file, each on one line there, as plain text. */
export function textsIn(markdown: string): readonly string[] {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^(#+|-|\d+\.) /, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/\*\*|`/g, ''),
    )
    .filter((text) => text !== '');
}

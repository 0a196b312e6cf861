import { Marked, Renderer } from 'marked';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A Markdown file of `docs/`. */
export interface Guide {
  readonly name: string;
  readonly title: string;
  readonly html: string;
}

/** Paths are the project's: npm runs its scripts there. */
const FOLDER = 'docs';
/** The reference for readers of the repository; here each function has a page of its own. */
const REFERENCE = 'functions.md';

/** In the order of their names. */
export async function readGuides(): Promise<readonly Guide[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.md') && file !== REFERENCE).sort();
  return Promise.all(
    files.map(async (file) => toGuide(basename(file, '.md'), await readFile(join(FOLDER, file), 'utf8'))),
  );
}

/** Guides are text alone: HTML and pictures in them are left out. */
export function toGuide(name: string, markdown: string): Guide {
  const [, title = name] = /^# (.+)$/m.exec(markdown) ?? [];
  return { name, title, html: toHtml(markdown) };
}

function toHtml(markdown: string): string {
  let tables = 0;
  const marked = new Marked({
    async: false,
    renderer: {
      html: () => '',
      image: () => '',
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${toAnchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link(token) {
        const href = toPageAddress(token.href);
        if (href === null) return this.parser.parseInline(token.tokens);
        return Renderer.prototype.link.call(this, { ...token, href });
      },
      table(token) {
        tables += 1;
        const table = Renderer.prototype.table.call(this, token);
        return `<div class="scroll" role="region" aria-label="Table ${tables}" tabindex="0">${table}</div>\n`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
}

/** As GitHub makes it, so that one link serves in both places. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The page of another guide or of a function, where the Markdown names its file; `null` for files that are not served. */
function toPageAddress(href: string): string | null {
  if (/^(https:|#)/.test(href)) return href;
  const [, name, anchor = ''] = /^([\w-]+)\.md(#[\w-]*)?$/.exec(href) ?? [];
  if (name === undefined) return null;
  if (`${name}.md` !== REFERENCE) return `${name}.html${anchor}`;
  return anchor.startsWith('#trace_') ? `../functions/${anchor.slice(1).toUpperCase()}.html` : '../index.html';
}

import { Marked, Renderer } from 'marked';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toAnchor } from './anchor';
import { SECTIONS } from './contents';
import { firstParagraph } from './html-text';
import { toPage, toPageAddress } from './page-address';

/** A Markdown file of `docs/`. */
export interface Guide {
  /** The path below `docs/`, without `.md`. */
  readonly file: string;
  /** Its address on the site, below `docs/`. */
  readonly page: string;
  readonly title: string;
  /** Its first paragraph as plain text. */
  readonly about: string;
  /** What people type to find it, although it does not say so: the comment `search:` of the file. */
  readonly words: string;
  readonly html: string;
}

/** What replaces a block of code, by the block's language and text; `undefined`: the block stays. */
export type Blocks = (language: string, text: string) => string | undefined;

/** Paths are relative to the project, where npm runs its scripts. */
const FOLDER = 'docs';
const PICTURES = 'docs/screenshots';

/** By file, in the order of the contents. */
export async function readGuideFiles(): Promise<ReadonlyMap<string, string>> {
  const files = SECTIONS.flatMap(({ pages }) => pages);
  const texts = await Promise.all(files.map((file) => readFile(join(FOLDER, `${file}.md`), 'utf8')));
  return new Map(files.map((file, index) => [file, texts[index] ?? '']));
}

/** Converts a guide. HTML in it is left out, and so are pictures other than those in `docs/screenshots`. */
export function toGuide(file: string, markdown: string, blocks: Blocks = () => undefined): Guide {
  const [, title = file] = /^# (.+)$/m.exec(markdown) ?? [];
  const [, words = ''] = /^<!-- search: (.+) -->$/m.exec(markdown) ?? [];
  const html = toHtml(file, markdown, blocks);
  return { file, page: toPage(file), title, about: firstParagraph(html), words, html };
}

function toHtml(file: string, markdown: string, blocks: Blocks): string {
  let tables = 0;
  const marked = new Marked({
    async: false,
    renderer: {
      html: () => '',
      image: ({ href, text }) => toPicture(href, text),
      code(token) {
        return blocks(token.lang ?? '', token.text) ?? Renderer.prototype.code.call(this, token);
      },
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${toAnchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link(token) {
        const href = toPageAddress(file, token.href);
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

/** A picture that exists in light and dark is shown according to the reader's own setting. */
function toPicture(href: string, text: string): string {
  const [, name] = /(?:^|\/)screenshots\/([\w-]+\.png)$/.exec(href) ?? [];
  if (name === undefined || !existsSync(join(PICTURES, name))) return '';
  const dark = name.replace(/-light(?=\.png$)/, '-dark');
  const hasDark = dark !== name && existsSync(join(PICTURES, dark));
  const source = `<source srcset="../screenshots/${dark}" media="(prefers-color-scheme: dark)">`;
  const alt = text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<picture>${hasDark ? source : ''}<img src="../screenshots/${name}" alt="${alt}" loading="lazy"></picture>`;
}

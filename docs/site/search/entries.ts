import { OPTIONS, RECIPES } from '../../../shared/reference';
import { DEVELOPERS } from '../contents';
import { toAnchor } from '../anchor';
import { firstParagraph, toText } from '../html-text';
import type { EntryKind, SearchEntry } from './entry';

const KINDS: Readonly<Record<string, EntryKind>> = {
  functions: 'Function',
  problems: 'Problem',
  guides: 'Guide',
  decisions: 'For developers',
};
const FOR_DEVELOPERS: ReadonlySet<string> = new Set(
  DEVELOPERS.pages.map((file) => (file.includes('/') ? `${file}.html` : `guides/${file}.html`)),
);
const OF_RECIPES = 'guides/recipes.html';
/** Such pages are long, so each of their parts is a separate entry. */
const IN_PARTS: ReadonlySet<EntryKind> = new Set(['Guide', 'Recipe', 'For developers']);
const WORDS_OF_RECIPES: ReadonlyMap<string, string> = new Map(
  RECIPES.map(({ title, words }) => [`${OF_RECIPES}#${toAnchor(title)}`, words]),
);
const ABOUT_LENGTH = 140;
/** Enough to find a page, while the index stays small. */
const TEXT_LENGTH = 1_200;

/** The entries of the search. @param pages by name, as they are written; pages that only list others are left out */
export function toEntries(pages: ReadonlyMap<string, string>): readonly SearchEntry[] {
  const options = Object.entries(OPTIONS).map(([name, { about, takes, example }]) => ({
    page: `functions.html#option-${name}`,
    title: `${name}=`,
    kind: 'Option' as const,
    words: `option ${example}`,
    about,
    text: takes,
  }));
  return [...[...pages].flatMap(([page, html]) => toPageEntries(page, html)), ...options];
}

function toPageEntries(page: string, html: string): readonly SearchEntry[] {
  const [folder = '', name] = page.split('/');
  const kind = page === OF_RECIPES ? 'Recipe' : FOR_DEVELOPERS.has(page) ? 'For developers' : KINDS[folder];
  if (name === undefined || kind === undefined) return [];
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const [start = '', ...parts] = main.split(/(?=<h2 )/);
  const title = toText(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(start)?.[1] ?? page);
  const words = toText(/<meta name="keywords" content="([^"]*)"/.exec(html)?.[1] ?? '');
  const whole = IN_PARTS.has(kind) ? start : main;
  const entry = { page, title, kind, words, ...toTexts(whole) };
  if (!IN_PARTS.has(kind)) return [entry];
  return [entry, ...parts.map((part) => toPart(part, page, title, kind))];
}

function toPart(html: string, page: string, title: string, kind: EntryKind): SearchEntry {
  const [, id = '', heading = ''] = /^<h2 id="([^"]*)"[^>]*>([\s\S]*?)<\/h2>/.exec(html) ?? [];
  const address = `${page}#${id}`;
  const words = WORDS_OF_RECIPES.get(address) ?? '';
  return { page: address, title: `${toText(heading)} · ${title}`, kind, words, ...toTexts(html) };
}

/** Answers of examples say nothing about the subject of a page, and links to parent pages are not part of it. */
function toTexts(html: string): Pick<SearchEntry, 'about' | 'text'> {
  const told = html
    .replace(/<figure>[\s\S]*?<\/figure>/g, ' ')
    .replace(/<p class="above">[\s\S]*?<\/p>/, ' ')
    .replace(/<h[12][^>]*>[\s\S]*?<\/h[12]>/, ' ');
  const text = toText(told);
  return { about: cutAtWord(firstParagraph(told) || text), text: text.slice(0, TEXT_LENGTH) };
}

function cutAtWord(text: string): string {
  return text.length <= ABOUT_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', ABOUT_LENGTH))} …`;
}

import { readFileSync } from 'node:fs';

/**
 * Matches the value of `{0}`: something that differs from file to file, which a guide writes as a number, `…` or a
 * name in quotes.
 */
const FILLER = String.raw`[^ ]*[\d…“"][^·]*`;

const { panel, menu, ribbon } = JSON.parse(readFileSync('languages/en.json', 'utf8')) as Readonly<
  Record<'panel' | 'menu' | 'ribbon', Readonly<Record<string, string>>>
>;
const TEXTS = [panel, menu, ribbon].flatMap((texts) => Object.keys(texts));

/** The web workbook's own page is in English only, so no table has its buttons. */
const WORKBOOK_PAGE = ['index.html', 'page/service-switch.ts', 'page/switch-service.ts']
  .map((path) => readFileSync(`workbook/${path}`, 'utf8').replace(/\s+/g, ' '))
  .join(' ');

const exact = new Set(TEXTS.flatMap(formsOf).map(plain));
const patterns = TEXTS.flatMap(formsOf)
  .filter((text) => /\{\d\}/.test(text) && /\p{L}{2}/u.test(text.replace(/\{\d\}/g, '')))
  .map((text) => new RegExp(`^${toPattern(plain(text))}$`));

/** Whether Trace shows this text as it is written: in the panel, the menu, the ribbon or the web workbook's page. */
export function isShownByTrace(text: string): boolean {
  const shown = plain(text);
  return (
    exact.has(shown) || patterns.some((pattern) => pattern.test(shown)) || isBeginning(shown) || isOnWorkbookPage(shown)
  );
}

/** A guide quotes the first words of a sentence, enough to know it by. */
function isBeginning(text: string): boolean {
  return (
    text.split(' ').length >= 4 && TEXTS.some((each) => each.startsWith(text) && /^[ .,]/.test(each.slice(text.length)))
  );
}

function isOnWorkbookPage(text: string): boolean {
  return (
    text.length > 3 &&
    [`> ${text} <`, `>${text}<`, `'${text}'`, `'${text}…'`, `'${text}: `].some((literal) =>
      WORKBOOK_PAGE.includes(literal),
    )
  );
}

/**
 * The table has all forms of a counted word; a label may be the start of a text that continues in another element.
 */
function formsOf(text: string): readonly string[] {
  return [...text.split(' | '), text.replace(/^\{\d\}|\{\d\}$/g, '')];
}

function toPattern(text: string): string {
  return text
    .split(/\{\d\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(FILLER);
}

/** Without what a guide may leave out: the dots of a button that asks for more, the end of a question or sentence. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/…$|[.:]$/, '')
    .trim();
}

import { isShownByHost } from './host-labels';
import { isShownByTrace } from './panel-labels';

/**
 * What a Markdown page quotes from a screen: everything in bold or italics that begins with a capital. The first words of a
 * paragraph, a list item or a table cell may be bold for emphasis: they then end in a mark, or a colon follows.
 */
export function labelsIn(markdown: string): readonly string[] {
  const text = markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, 'CODE')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/([^\n|])\n +(?=\S)/g, '$1 ')
    .replace(/([^\n|])\n(?=[^\n|#>\-\d ])/g, '$1 ');
  const bold = [...text.matchAll(/(^(?:\s*(?:>|[-*]|\d+\.)\s)?\s*|\|\s*)?\*\*([^*]+)\*\*(:?)/gm)]
    .filter(([, start, label = '', colon]) => !(start !== undefined && (colon === ':' || /[.,:?]$/.test(label))))
    .map(([, , label = '']) => label);
  const italic = [...text.matchAll(/(?<![\w*])_([^_\n]+)_(?!\w)/g)].map(([, label = '']) => label);
  return [...bold, ...italic].map((label) => label.replace(/\s+/g, ' ')).filter((label) => /^[\p{Lu}]/u.test(label));
}

/** `Settings > Freeze formulas` is shown where each of its steps is. */
export function isShown(label: string): boolean {
  return label.split(/ [>›] /).every((step) => isShownByTrace(step) || isShownByHost(step) || /^CODE/.test(step));
}

const CALL = /\b(?:[Cc]hoose|[Pp]ress|[Cc]lick) (?=[A-Z])/g;
/** Words with which a sentence goes on after a label. Any other may be a part of a label that is not there. */
const GOES_ON: ReadonlySet<string> = new Set([
  ...['and', 'or', 'then', 'to', 'in', 'on', 'at', 'under', 'beside', 'before', 'after', 'for', 'from', 'once'],
  ...['tomorrow', 'first', 'instead', 'below', 'above', 'there', 'here', 'afterwards', 'with'],
]);
/** The longest label there is has fewer words. */
const MOST_WORDS = 12;

/** What plain sentences tell to choose or press and nothing shows, each with the words that follow. */
export function unknownChoicesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(CALL)]
    .map(({ index, 0: verb }) => sentence.slice(index + verb.length))
    .filter((rest) => !beginsWithLabel(rest));
}

function beginsWithLabel(rest: string): boolean {
  const words = rest.split(' ');
  return Array.from({ length: Math.min(words.length, MOST_WORDS) }, (_word, index) => index + 1).some((length) => {
    const label = words.slice(0, length).join(' ');
    const isWhole =
      length === words.length || /[.,:;)]$/.test(label) || GOES_ON.has(words[length]!.replace(/[.,:;)]+$/, ''));
    return isWhole && isShown(label.replace(/[.,:;)]+$/, '').replace(/^["“]|["”]$/g, ''));
  });
}

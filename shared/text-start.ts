/** One character as a reader sees it: a letter with its marks, a flag, or a joined emoji. */
const CHARACTER =
  /\p{Regional_Indicator}{2}|.[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*(?:\u200d.[\p{M}\p{Emoji_Modifier}]*)*/gsu;
/** In UTF-16 units. No emoji is longer. */
const LONGEST = 64;

/**
 * The start of a text, without half a character at its end.
 *
 * @param most the most UTF-16 units
 */
export function textStart(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const [character] of text.slice(0, most + LONGEST).matchAll(CHARACTER)) {
    if (end + character.length > most) break;
    end += character.length;
  }
  // The first character may be longer, because letters take any number of marks.
  return text.slice(0, end > 0 ? end : most).replace(/[\ud800-\udbff]$/, '');
}

/** What a reader takes for one character: a letter with its marks, a flag, or joined emoji. */
const CHARACTER =
  /\p{Regional_Indicator}{2}|.[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*(?:\u200d.[\p{M}\p{Emoji_Modifier}]*)*/gsu;
/** More than any emoji needs, in UTF-16 units. */
const LONGEST = 64;

/**
 * The start of a text, without half a character at its end.
 *
 * @param most in UTF-16 units
 */
export function textStart(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const [character] of text.slice(0, most + LONGEST).matchAll(CHARACTER)) {
    if (end + character.length > most) break;
    end += character.length;
  }
  // The first one may be longer than that: letters take any number of marks.
  return text.slice(0, end > 0 ? end : most).replace(/[\ud800-\udbff]$/, '');
}

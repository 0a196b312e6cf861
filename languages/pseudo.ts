/** Letters that look like the English ones but are not. */
const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', b: 'ḃ', c: 'ç', d: 'ð', e: 'é', f: 'ḟ', g: 'ğ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ł', m: 'ḿ' },
  ...{ n: 'ñ', o: 'ö', p: 'þ', q: 'q', r: 'ř', s: 'š', t: 'ŧ', u: 'ü', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  ...{ A: 'Á', B: 'Ḃ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ḟ', G: 'Ğ', H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ł', M: 'Ḿ' },
  ...{ N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Q', R: 'Ř', S: 'Š', T: 'Ŧ', U: 'Ü', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};
/** Conventions instead of words: how numbers, dates and lists are written. */
const MANNERS: Readonly<Record<string, string>> = { 'en-US': 'de-DE', '{0} {1} {2}': '{0}. {1} {2}', ', ': '; ' };
const VOWEL = /[aeiou]/i;

/**
 * A text as in a language with letters of its own that is a third longer than English, as German is
 * (https://www.w3.org/International/articles/article-text-size): hard-coded or cut texts become visible. Placeholders
 * such as `{0}` stay.
 */
export function toPseudo(english: string): string {
  return (
    MANNERS[english] ??
    english.replace(/\{\d+\}|./gsu, (part) =>
      VOWEL.test(part) && part.length === 1 ? `${accented(part)}${accented(part)}` : accented(part),
    )
  );
}

function accented(part: string): string {
  return ACCENTED[part] ?? part;
}

import fc from 'fast-check';

const SURROGATES_FROM = 0xd800;
const SURROGATES = 0x800;
const LAST = 0x10ffff;

/**
 * Characters of Unicode, as `{ unit: 'binary' }` draws them, without the table of a million characters that the
 * library builds for each test file.
 */
export const anyCharacter = fc.nat(LAST - SURROGATES).map(
  (index) => String.fromCodePoint(index < SURROGATES_FROM ? index : index + SURROGATES),
  (character) => {
    const codePoint = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
    const isOne = codePoint >= 0 && character === String.fromCodePoint(codePoint);
    if (!isOne || (codePoint >= SURROGATES_FROM && codePoint < SURROGATES_FROM + SURROGATES)) {
      throw new Error('not one character');
    }
    return codePoint < SURROGATES_FROM ? codePoint : codePoint - SURROGATES;
  },
);

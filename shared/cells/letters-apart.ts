/** Longer texts are not misspelled names, and not worth comparing letter by letter. */
const MAX_LENGTH = 60;

/** The Levenshtein distance of two names: how many letters to add, drop or change. */
export function lettersApart(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest > MAX_LENGTH) return longest;
  let above = Array.from({ length: other.length + 1 }, (_letter, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      line.push(Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + change));
    }
    above = line;
  }
  return above[other.length]!;
}

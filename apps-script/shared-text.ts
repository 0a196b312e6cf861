/**
 * Texts that are much alike, such as formulas that differ in their company, in less room: each is a text, or three
 * entries: how many characters it has from the beginning of the text before it, how many from its end, and what stands
 * in between.
 */
export type Shared = number | string;

/** Less than this is not worth two numbers. */
const LEAST_SHARED = 8;
/** No cell has more characters: https://support.google.com/drive/answer/37603. */
const LONGEST = 50_000;

export function toShared(texts: readonly string[]): readonly Shared[] {
  return texts.flatMap((text, index) => {
    const before = texts[index - 1] ?? '';
    const most = Math.min(before.length, text.length);
    let [start, end] = [0, 0];
    while (start < most && text[start] === before[start]) start += 1;
    while (end < most - start && text[text.length - 1 - end] === before[before.length - 1 - end]) end += 1;
    return start + end < LEAST_SHARED ? [text] : [start, end, text.slice(start, text.length - end)];
  });
}

/** What another person has written may be anything; none becomes longer than a cell. */
export function readShared(shared: readonly unknown[]): readonly string[] {
  const texts: string[] = [];
  let [before, numbers]: [string, number[]] = ['', []];
  for (const each of shared) {
    if (typeof each === 'number') numbers.push(each);
    if (typeof each !== 'string') continue;
    const [start = 0, end = 0] = numbers;
    const rest = before.slice(start);
    before = (before.slice(0, start) + each + rest.slice(rest.length - end)).slice(0, LONGEST);
    texts.push(before);
    numbers = [];
  }
  return texts;
}

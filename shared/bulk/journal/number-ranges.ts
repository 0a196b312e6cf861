import { readArray } from '../../client/json';
import { BASE64URL_DIGITS } from '../../digest';
import { TraceError } from '../../errors/trace-error';

/** A value in a journal that no version writes. */
export function damaged(): TraceError {
  return new TraceError('journalDamaged', {});
}

/** Whether a value is a whole number from 0 to the given one. A text is none. */
export function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

const MOST_NUMBERS = 1_000_000;
/** How many base-64 digits the largest safe number has. */
const WIDEST = 9;
const VALUE_OF = new Map([...BASE64URL_DIGITS].map((digit, value) => [digit, value] as const));

/**
 * Whole numbers from -1 as pairs: the first of a run of consecutive numbers and the length of the run. If that would be
 * longer, as a text: the number of digits each takes, then each number plus one. So no list takes more room than its
 * length and its largest number imply.
 */
export function toRuns(numbers: readonly number[]): readonly number[] | string {
  const runs: number[] = [];
  let most = 0;
  for (const number of numbers) {
    const last = runs.length - 2;
    if (last >= 0 && runs[last]! + runs[last + 1]! === number) runs[last + 1]! += 1;
    else runs.push(number, 1);
    most = Math.max(most, number);
  }
  const width = widthOf(most);
  if (JSON.stringify(runs).length <= 3 + width * numbers.length) return runs;
  return String(width) + numbers.map((number) => digitsOf(number + 1, width)).join('');
}

/** How many digits a number takes if it does not follow the one before it. */
export function widthOf(most: number): number {
  let width = 1;
  while (64 ** width < most + 2) width += 1;
  return width;
}

/** `null`: damaged. */
export function fromRuns(runs: unknown): readonly number[] | null {
  if (typeof runs === 'string') return fromDigits(runs);
  const pairs = readArray(runs);
  if (pairs === null || pairs.length % 2 > 0 || !pairs.every(Number.isSafeInteger)) return null;
  const numbers: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [from, count] = [pairs[at] as number, pairs[at + 1] as number];
    if (count < 0 || numbers.length + count > MOST_NUMBERS) return null;
    for (let step = 0; step < count; step += 1) numbers.push(from + step);
  }
  return numbers;
}

function fromDigits(text: string): readonly number[] | null {
  const width = Number(text.charAt(0));
  const length = (text.length - 1) / width;
  if (!(width >= 1 && width <= WIDEST) || !Number.isInteger(length) || length > MOST_NUMBERS) return null;
  const numbers: number[] = [];
  for (let at = 1; at < text.length; at += width) {
    let number = 0;
    for (const digit of text.slice(at, at + width)) number = number * 64 + (VALUE_OF.get(digit) ?? NaN);
    if (!Number.isSafeInteger(number)) return null;
    numbers.push(number - 1);
  }
  return numbers;
}

function digitsOf(number: number, width: number): string {
  let [digits, rest] = ['', number];
  for (let place = 0; place < width; place += 1) {
    digits = BASE64URL_DIGITS[rest % 64]! + digits;
    rest = Math.floor(rest / 64);
  }
  return digits;
}

/** Small numbers from -1, with many repeats: as pairs of a number and its count, or a digit each. */
export function toRepeats(numbers: readonly number[]): readonly number[] | string {
  const pairs: number[] = [];
  for (const number of numbers) {
    const last = pairs.length - 2;
    if (last >= 0 && pairs[last] === number) pairs[last + 1]! += 1;
    else pairs.push(number, 1);
  }
  const fits = numbers.every((number) => number < 63);
  if (!fits || JSON.stringify(pairs).length <= 2 + numbers.length) return pairs;
  return numbers.map((number) => digitsOf(number + 1, 1)).join('');
}

/** `null`: damaged. */
export function fromRepeats(repeats: unknown): readonly number[] | null {
  if (typeof repeats === 'string') return fromDigits(`1${repeats}`);
  const pairs = readArray(repeats);
  if (pairs === null || pairs.length % 2 > 0 || !pairs.every(Number.isSafeInteger)) return null;
  const numbers: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [number, count] = [pairs[at] as number, pairs[at + 1] as number];
    if (number < -1 || count < 0 || numbers.length + count > MOST_NUMBERS) return null;
    for (let step = 0; step < count; step += 1) numbers.push(number);
  }
  return numbers;
}

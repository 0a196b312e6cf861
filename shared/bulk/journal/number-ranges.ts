import { readArray } from '../../client/json';
import { TraceError } from '../../errors/trace-error';

/** What a journal says that nobody can have meant. */
export function damaged(): TraceError {
  return new TraceError('journalDamaged', {});
}

/** Whole numbers as pairs: how many follow each other from which on. */
export function toRuns(numbers: readonly number[]): readonly number[] {
  const runs: number[] = [];
  for (const number of numbers) {
    const last = runs.length - 2;
    if (last >= 0 && runs[last]! + runs[last + 1]! === number) runs[last + 1]! += 1;
    else runs.push(number, 1);
  }
  return runs;
}

/** `null`: damaged. */
export function fromRuns(runs: unknown): readonly number[] | null {
  const pairs = readArray(runs);
  if (pairs === null || pairs.length % 2 > 0 || !pairs.every(Number.isSafeInteger)) return null;
  const numbers: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [from, count] = [pairs[at] as number, pairs[at + 1] as number];
    if (count < 0 || numbers.length + count > 1_000_000) return null;
    for (let step = 0; step < count; step += 1) numbers.push(from + step);
  }
  return numbers;
}

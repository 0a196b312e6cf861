import { say } from '../../errors/say';
import type { TraceError } from '../../errors/trace-error';

/** Rows that failed for one reason. */
export interface Failure<R> {
  readonly why: TraceError;
  readonly rows: readonly R[];
}

/**
 * Groups errors that an enrichment reports in the same words, whatever other facts they have. In the order of the
 * first rows.
 */
export function groupFailures<R>(
  failed: readonly { readonly why: TraceError; readonly row: R }[],
): readonly Failure<R>[] {
  const groups = new Map<string, { readonly why: TraceError; readonly rows: R[] }>();
  for (const { why, row } of failed) {
    const sentence = say(why, 'run');
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, { why, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

/** How many rows failed, for any reason. */
export function countFailed(failures: readonly Failure<unknown>[]): number {
  return failures.reduce((sum, { rows }) => sum + rows.length, 0);
}

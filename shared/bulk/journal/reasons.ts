import { readArray, type JsonObject } from '../../client/json';
import { fromFile, toKept, type KeptError } from '../../errors/kept-error';
import { TraceError } from '../../errors/trace-error';
import { damaged, fromRepeats } from './number-ranges';

/** For one part of a journal, in characters: few rows fail for a reason of their own. */
export const MOST_REASONS = 300;

const UNKNOWN = new TraceError('reasonUnknown', {});

/** Why rows of a part have failed, each reason once. */
export class Reasons {
  readonly kept: KeptError[] = [];
  private readonly places = new Map<string, number>();
  private room = MOST_REASONS - JSON.stringify(toKept(UNKNOWN)).length;

  /** Where the reason is among those that are kept. What has no room is told as one that is not known. */
  placeOf(error: TraceError): number {
    const kept = toKept(error);
    const text = JSON.stringify(kept);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    if (text.length > this.room && error.code !== UNKNOWN.code) return this.placeOf(UNKNOWN);
    this.room -= text.length;
    this.places.set(text, this.kept.length);
    return this.kept.push(kept) - 1;
  }
}

/** The reason of each row of a part. Earlier versions kept a sentence, which anyone may have written: it is not shown. */
export function readReasons(block: JsonObject, rows: number): (position: number) => TraceError {
  const reasons = (readArray(block['reasons']) ?? []).map((reason) => fromFile(reason) ?? UNKNOWN);
  const why = block['why'] === undefined ? [] : fromRepeats(block['why']);
  if (why === null || why.length > rows) throw damaged();
  return (position) => reasons[why[position] ?? -1] ?? UNKNOWN;
}

import { readArray, readObject, type JsonObject } from '../../client/json';
import { DIGEST_LENGTH } from '../sheet/cell-values';
import { fromRuns, toRepeats } from './number-ranges';

/**
 * Converts a part from versions 1 and 2 of the journal into the present format. Present parts stay unchanged. `null`: it
 * names more cells than it has, and a short text could keep the panel busy for hours with them.
 */
export function upgradeBlock(value: unknown, targets: number): JsonObject | null {
  const block = readObject(value);
  if (block === null || typeof block['settled'] !== 'boolean') return block;
  const rows = fromRuns(block['at'])?.length ?? 0;
  const [states, digests] = [String(block['states']), String(block['digests'])];
  if (states.length !== rows || digests.length !== rows * targets * DIGEST_LENGTH) return null;
  const [formats, reasons] = [new Map<string, number>(), new Map<string, number>()];
  const blanks = Array.from({ length: rows * targets }, () => -1);
  let left = blanks.length;
  for (const entry of readArray(block['blanks']) ?? []) {
    const [of, runs] = readArray(entry) ?? [];
    const [, target, format = ''] = /^(\d+) ([^]*)$/.exec(String(of)) ?? [];
    const place = placeOf(formats, format);
    const cells = fromRuns(runs) ?? [];
    left -= cells.length;
    if (left < 0) return null;
    for (const at of cells) blanks[at * targets + Number(target)] = place;
  }
  const why = Array.from({ length: rows }, () => -1);
  for (const entry of readArray(block['reasons']) ?? []) {
    const [at, reason] = readArray(entry) ?? [];
    if (typeof at === 'number' && at >= 0 && at < rows) why[at] = placeOf(reasons, String(reason));
  }
  const before = (readArray(block['before']) ?? []).map((entry) => {
    const [at, target, stood, format] = readArray(entry) ?? [];
    return [at, target, stood, typeof format === 'string' ? placeOf(formats, format) : null];
  });
  return {
    at: block['at'],
    rows: block['rows'],
    states: block['settled'] ? states : states.toUpperCase(),
    digests: block['digests'],
    unplaced: block['unplaced'],
    ...{ formats: [...formats.keys()], before, reasons: [...reasons.keys()] },
    blanks: toRepeats(blanks.slice(0, rows * targets)),
    why: toRepeats(why),
  };
}

function placeOf(places: Map<string, number>, text: string): number {
  const place = places.get(text) ?? places.size;
  places.set(text, place);
  return place;
}

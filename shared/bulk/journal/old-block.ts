import { readArray, readObject, type JsonObject } from '../../client/json';
import { fromRuns, toRepeats } from './number-ranges';

/** Converts a part from versions 1 and 2 of the journal into the present format. Present parts stay unchanged. */
export function upgradeBlock(value: unknown, targets: number): JsonObject | null {
  const block = readObject(value);
  if (block === null || typeof block['settled'] !== 'boolean') return block;
  const rows = fromRuns(block['at'])?.length ?? 0;
  const states = String(block['states']);
  const [formats, reasons]: [string[], string[]] = [[], []];
  const blanks = Array.from({ length: rows * targets }, () => -1);
  for (const entry of readArray(block['blanks']) ?? []) {
    const [of, runs] = readArray(entry) ?? [];
    const [, target, format = ''] = /^(\d+) ([^]*)$/.exec(String(of)) ?? [];
    for (const at of fromRuns(runs) ?? []) blanks[at * targets + Number(target)] = placeOf(formats, format);
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
    ...{ formats, before, reasons },
    blanks: toRepeats(blanks.slice(0, rows * targets)),
    why: toRepeats(why),
  };
}

function placeOf(texts: string[], text: string): number {
  const place = texts.indexOf(text);
  return place < 0 ? texts.push(text) - 1 : place;
}

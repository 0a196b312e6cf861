import { parseJson, readArray, type JsonObject } from '../../client/json';
import type { TraceError } from '../../errors/trace-error';
import { upgradeBlock } from './old-block';
import { Reasons, readReasons } from './reasons';
import { damaged, fromRepeats, fromRuns, toRepeats, toRuns } from './number-ranges';
import type { KeptAnswer } from '../rows/kept-answer';
import { lastOf, type NotedRow, type RowState, type RowOutcome } from '../rows/row-record';
import type { Intent } from '../sheet/cell-decision';
import { isFormat, isGridValue, readAnswerCell } from '../sheet/read-cell';
import { DIGEST_LENGTH, lengthOf, type GridCell } from '../sheet/cell-values';

/** A letter for each state; a capital one where the row needs another look, because its write was not confirmed. */
const STATES: Readonly<Record<string, (why: TraceError) => RowOutcome>> = {
  a: () => ({ is: 'written', found: 'data' }),
  t: () => ({ is: 'written', found: 'notTracked' }),
  n: () => ({ is: 'written', found: 'noData' }),
  b: () => ({ is: 'written', found: 'data', isPartly: true }),
  r: () => ({ is: 'written', found: 'notTracked', isPartly: true }),
  o: () => ({ is: 'written', found: 'noData', isPartly: true }),
  c: () => ({ is: 'cut' }),
  u: () => ({ is: 'unplaced' }),
  g: () => ({ is: 'skipped', why: 'gone' }),
  k: () => ({ is: 'skipped', why: 'filled' }),
  s: () => ({ is: 'skipped', why: 'noCompany' }),
  f: (why) => ({ is: 'failed', by: 'answer', why }),
  x: (why) => ({ is: 'failed', by: 'host', why }),
};
const WRITTEN = { data: 'ab', notTracked: 'tr', noData: 'no' } as const;
const LETTERS = /^[atnbrocugksfx]*$/i;

const NOTHING = '.'.repeat(DIGEST_LENGTH);
/** The row of an answer, and the characters around it. */
const PLACE = 10;

/** Formats, each of which many cells have. */
class Formats {
  readonly kept: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(format: string): number {
    const known = this.places.get(format);
    if (known !== undefined) return known;
    this.places.set(format, this.kept.length);
    return this.kept.push(format) - 1;
  }
}

/** In characters. */
export function sizeOfAnswer({ identifier, cells }: KeptAnswer): number {
  return lengthOf([identifier, cells]) + PLACE;
}

/**
 * Some rows as a part of a journal.
 * @param targets how many columns the run fills
 */
export function blockToText(rows: readonly NotedRow[], targets: number): string {
  const before: unknown[] = [];
  const unplaced: unknown[] = [];
  const [formats, reasons] = [new Formats(), new Reasons()];
  const [blanks, why]: [number[], number[]] = [[], []];
  let [digests, formers] = ['', ''];
  for (const [at, { cells, answer, state }] of rows.entries()) {
    for (let target = 0; target < targets; target += 1) {
      const { digest = NOTHING, former = NOTHING, before: stood = null } = cells[target] ?? {};
      digests += digest;
      formers += former;
      blanks.push(stood?.value === '' ? formats.placeOf(stood.format) : -1);
      if (stood === null || stood.value === '') continue;
      before.push([at, target, stood.value, formats.placeOf(stood.format)]);
    }
    if (answer !== null) unplaced.push([at, answer.identifier, answer.cells]);
    const known = lastOf({ state });
    why.push(known?.is === 'failed' ? reasons.placeOf(known.why) : -1);
  }
  return JSON.stringify({
    at: toRuns(rows.map(({ index }) => index)),
    rows: toRuns(rows.map(({ seen }) => seen)),
    states: rows.map(({ state }) => letterOf(state)).join(''),
    digests,
    ...(formers === NOTHING.repeat(rows.length * targets) ? {} : { formers }),
    ...(formats.kept.length > 0 ? { formats: formats.kept } : {}),
    ...(blanks.some((format) => format >= 0) ? { blanks: toRepeats(blanks) } : {}),
    ...(before.length > 0 ? { before } : {}),
    ...(unplaced.length > 0 ? { unplaced } : {}),
    ...(reasons.kept.length > 0 ? { reasons: reasons.kept, why: toRepeats(why) } : {}),
  });
}

function letterOf(state: RowState): string {
  const known = lastOf({ state });
  if (known === null) throw new Error('A row of which nothing is known is not noted.');
  const letter = letterOfOutcome(known);
  return known === state ? letter : letter.toUpperCase();
}

function letterOfOutcome(known: RowOutcome): string {
  switch (known.is) {
    case 'written':
      return WRITTEN[known.found].charAt(known.isPartly === true ? 1 : 0);
    case 'cut':
      return 'c';
    case 'unplaced':
      return 'u';
    case 'skipped':
      return known.why === 'gone' ? 'g' : known.why === 'filled' ? 'k' : 's';
    case 'failed':
      return known.by === 'answer' ? 'f' : 'x';
  }
}

/**
 * Anyone who may edit the file can have written it, so it is checked by kind and type. Throws `journalDamaged`.
 *
 * @param planned how many rows the plan has
 */
export function blockFromText(text: string, targets: number, planned: number): readonly NotedRow[] {
  const block = upgradeBlock(parseJson(text), targets);
  const at = fromRuns(block?.['at']);
  const rows = fromRuns(block?.['rows']);
  const [states, digests, formers = null] = [block?.['states'], block?.['digests'], block?.['formers']];
  const isWhole =
    block !== null &&
    at !== null &&
    at.every((index) => index >= 0 && index < planned) &&
    rows?.length === at.length &&
    rows.every((row) => row >= -1) &&
    typeof states === 'string' &&
    states.length === at.length &&
    LETTERS.test(states) &&
    typeof digests === 'string' &&
    digests.length === at.length * targets * DIGEST_LENGTH &&
    (formers === null || (typeof formers === 'string' && formers.length === digests.length));
  if (!isWhole) throw damaged();
  const beforeOf = readBefores(block, at.length, targets);
  const whyOf = readReasons(block, at.length);
  const answers = readUnplaced(block, targets);
  return at.map((index, position): NotedRow => {
    const cells = Array.from({ length: targets }, (_target, target): Intent | null => {
      const start = (position * targets + target) * DIGEST_LENGTH;
      const [digest, former] = [digests, formers ?? ''].map((all) => all.slice(start, start + DIGEST_LENGTH)) as [
        string,
        string,
      ];
      if (digest === NOTHING) return null;
      const before = beforeOf(position, target);
      return former === '' || former === NOTHING ? { digest, before } : { digest, former, before };
    });
    const state = readState(states.charAt(position), whyOf(position));
    return { index, seen: rows[position]!, state, cells, answer: answers.get(position) ?? null };
  });
}

function readState(letter: string, why: TraceError): RowState {
  const small = letter.toLowerCase();
  const known = STATES[small]!(why);
  return small === letter ? known : { is: 'answered', as: known };
}

/** It is written into a cell again, so it has to be a value that a cell can hold. */
function readBefores(
  block: JsonObject,
  rows: number,
  targets: number,
): (position: number, target: number) => Intent['before'] {
  const formats = readTexts(block['formats']);
  const formatAt = (place: unknown): string => {
    const format = typeof place === 'number' ? formats[place] : undefined;
    if (format === undefined || !isFormat(format)) throw damaged();
    return format;
  };
  const blanks = block['blanks'] === undefined ? [] : fromRepeats(block['blanks']);
  if (blanks === null || blanks.length > rows * targets) throw damaged();
  const befores = new Map<number, NonNullable<Intent['before']>>();
  for (const entry of readArray(block['before']) ?? []) {
    const [at, target, value, format] = readArray(entry) ?? [];
    if (!isGridValue(value) || typeof at !== 'number' || typeof target !== 'number') throw damaged();
    befores.set(at * targets + target, { value, format: formatAt(format) });
  }
  return (position, target) => {
    const cell = position * targets + target;
    const blank = blanks[cell] ?? -1;
    return befores.get(cell) ?? (blank < 0 ? null : { value: '', format: formatAt(blank) });
  };
}

/** It is written into cells as soon as they have a place again. */
function readUnplaced(block: JsonObject, targets: number): ReadonlyMap<number, KeptAnswer> {
  const answers = new Map<number, KeptAnswer>();
  for (const entry of readArray(block['unplaced']) ?? []) {
    const [at, identifier, given] = readArray(entry) ?? [];
    const cells = (readArray(given) ?? []).map(readAnswerCell);
    const isWhole = (all: typeof cells): all is (GridCell | null)[] => all.every((cell) => cell !== undefined);
    const isKnown = typeof at === 'number' && typeof identifier === 'string';
    if (!isKnown || cells.length !== targets || !isWhole(cells)) throw damaged();
    answers.set(at, { identifier, cells });
  }
  return answers;
}

function readTexts(value: unknown): readonly string[] {
  const texts = readArray(value) ?? [];
  if (!texts.every((text): text is string => typeof text === 'string')) throw damaged();
  return texts;
}

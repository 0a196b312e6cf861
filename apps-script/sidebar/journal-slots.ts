import { codeOf, HEAD, signedIn } from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import { toAscii } from '../ascii-json';
import {
  CELL_SLOT_LENGTH,
  INDEX_LENGTH,
  MARK_LENGTH,
  MOST_SLOTS,
  PROPERTY_SLOT_LENGTH,
  PROPERTY_SLOTS,
  type SentChange,
  type SentJournal,
  type SentSlot,
} from '../journal-messages';

/** The slots of a part. */
interface Place {
  readonly stamp: string;
  readonly slots: readonly number[];
}

const STAMP_LENGTH = 6;
/** See {@link startOf}. */
const START_LENGTH = STAMP_LENGTH + 8;
/** Reserved for the head, which changes all the time. */
const SLOTS_OF_HEAD = 3;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The journal as the document keeps it: which part is in which slots. A change never touches a slot in use. */
export class JournalSlots {
  private places: ReadonlyMap<string, Place> = new Map();
  private mark = '';
  private readonly begun = new Map<string, ReadonlyMap<string, Place>>();

  /** @returns the parts; an incomplete one is `''`. `null`: there is no journal */
  read({ index, slots }: SentJournal): ReadonlyMap<string, string> | null {
    this.mark = index.slice(0, MARK_LENGTH);
    const places = index === '' ? new Map<string, Place>() : readIndex(index.slice(MARK_LENGTH));
    this.places = places ?? new Map();
    if (index === '') return null;
    if (places === null) return new Map([[HEAD, '']]);
    const held = new Map(slots.map(({ slot, text }) => [slot, text]));
    return new Map([...places].map(([name, place]) => [name, toText(name, place, held)]));
  }

  /** What to save so that these parts are added. Throws `journalFull`. */
  add(parts: ReadonlyMap<string, string>, random: () => number): SentChange {
    const taken = new Set([...this.places.values()].flatMap(({ slots }) => slots));
    const places = new Map(this.places);
    const written: SentSlot[] = [];
    const stamp = toWord(STAMP_LENGTH, random);
    for (const [name, part] of parts) {
      const text = toAscii(part);
      const slots = chooseSlots(name, text.length, taken);
      const length = lengthIn(slots[0]!);
      slots.forEach((slot, at) => {
        taken.add(slot);
        const piece = text.slice(at * length, (at + 1) * length);
        written.push({ slot, text: startOf(name, at, stamp, piece) + piece });
      });
      places.set(name, { stamp, slots });
    }
    const entries = [...places].map(([name, place]) => [name, place.stamp, ...place.slots]);
    const index = toWord(MARK_LENGTH, random) + JSON.stringify(entries);
    if (index.length > INDEX_LENGTH) throw new TraceError('journalFull', { rows: null });
    this.begun.set(index, places);
    return { was: this.mark, index, slots: written, signed: signedIn(parts) };
  }

  remove(): SentChange {
    this.begun.set('', new Map());
    return { was: this.mark, index: '', slots: [], signed: null };
  }

  /** Receives what the document has now. */
  confirm(index: string): void {
    const places = this.begun.get(index);
    this.begun.clear();
    if (places === undefined) return;
    this.places = places;
    this.mark = index.slice(0, MARK_LENGTH);
  }
}

function chooseSlots(name: string, length: number, taken: ReadonlySet<number>): readonly number[] {
  const free = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_slot, at) => from + at).filter((slot) => !taken.has(slot));
  const count = (slot: number): number => Math.max(1, Math.ceil(length / lengthIn(slot)));
  const properties = free(0, PROPERTY_SLOTS);
  if (count(0) <= properties.length - (name === HEAD ? 0 : SLOTS_OF_HEAD)) return properties.slice(0, count(0));
  const cells = free(PROPERTY_SLOTS, MOST_SLOTS).slice(0, count(PROPERTY_SLOTS));
  if (cells.length < count(PROPERTY_SLOTS)) throw new TraceError('journalFull', { rows: null });
  return cells;
}

function lengthIn(slot: number): number {
  return (slot < PROPERTY_SLOTS ? PROPERTY_SLOT_LENGTH : CELL_SLOT_LENGTH) - START_LENGTH;
}

/** `''`: people sorted or edited the sheet that holds it, or a piece belongs to another saving. */
function toText(name: string, { stamp, slots }: Place, held: ReadonlyMap<number, string>): string {
  let text = '';
  for (const [at, slot] of slots.entries()) {
    const kept = held.get(slot) ?? '';
    const piece = kept.slice(START_LENGTH);
    if (kept !== startOf(name, at, stamp, piece) + piece) return '';
    text += piece;
  }
  return text;
}

/**
 * The start of each piece: `t`, so that no cell makes a number or formula of it; then which saving and part it belongs
 * to.
 */
function startOf(name: string, at: number, stamp: string, piece: string): string {
  return `t${stamp}${codeOf(`${name} ${at} ${stamp} ${piece}`)}|`;
}

/** `null`: damaged. */
function readIndex(text: string): ReadonlyMap<string, Place> | null {
  try {
    const entries = JSON.parse(text) as readonly (readonly [string, string, ...number[]])[];
    return new Map(entries.map(([name, stamp, ...slots]) => [name, { stamp, slots }]));
  } catch {
    return null;
  }
}

function toWord(length: number, random: () => number): string {
  return Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]!).join('');
}

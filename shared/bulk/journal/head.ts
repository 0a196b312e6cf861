import { DAY_MS } from '../../days';
import { parseJson, readArray, readObject, type JsonObject } from '../../client/json';
import { isAsking, type Choice } from '../plan/column-spec';
import { damaged, isCount } from './number-ranges';
import { JOURNAL_VERSION } from './part-names';
import type { KeptError } from '../../errors/kept-error';
import type { GivenLooks, Plan, Target } from '../plan/plan';
import type { Looks } from '../sheet/looks';
import { isFormat } from '../sheet/read-cell';
import { readChoice } from '../plan/read-column-spec';

export interface Head {
  readonly run: string;
  readonly startedMs: number;
  readonly sheet: Plan['sheet'];
  readonly input: Plan['input'];
  readonly headerRow: number | null;
  readonly choices: readonly Choice[];
  readonly targets: readonly Target[];
  /** Whether its columns are located by marks that the host keeps; see `ColumnAnchors`. */
  readonly isMarked: boolean;
  /** Whether the titles of new columns are written. */
  readonly isTitled: boolean;
  readonly mode: Plan['mode'];
  /** The length of the sheet when rows were last searched; -1: they have to be searched. */
  readonly sheetRows: number;
  readonly maxAgeMs: number;
  /** Credits; `null`: no limit. */
  readonly cap: number | null;
  readonly quoted: number;
  readonly rows: number;
  /** Rows of the selection that name no company; absent in journals of earlier versions. */
  readonly unusable?: number;
  readonly blocks: number;
  /** The characters that the journal has for answers without a place. */
  readonly spare: number;
  readonly isFinished: boolean;
  /** Whether an undo has begun: the journal then contains what is left to undo. */
  readonly isUndoing: boolean;
  /** How it ended, if it is not finished; `null`: it was resumed, or broke off. */
  readonly ended: RunEnding | null;
}

export interface RunEnding {
  readonly is: 'paused' | 'stopped';
  /** `null`: the user stopped it. */
  readonly why: KeptError | null;
  readonly creditsLeft: number | null;
}

/** More than any sheet has: https://support.google.com/drive/answer/37603. */
const MOST_COLUMNS = 20_000;
const MOST_ROWS = 10_000_000;
/** Journals of earlier versions can be read, but count as another person's; see `SealedJournal`. */
const FIRST_VERSION = 1;
/** The version that introduced marks on columns. */
const MARKED_VERSION = 2;
/** The greatest age of saved answers. */
const LONGEST_AGE_MS = 400 * DAY_MS;
const LONGEST_TEXT = 50_000;
/** `#1a73e8`, `general-left`, `Center` */
const STYLE_WORD = /^[#\w-]{0,30}$/;
const MOST_STYLES = 10;
const WIDEST = 10_000;
const TYPED = ['text', 'format'] as const;

/**
 * Anyone who may edit the file can have written it: each property is checked, and others are dropped. Throws
 * `journalDamaged`.
 */
export function readHead(kept: string | undefined): Head {
  const head = readObject(parseJson(kept ?? ''));
  const version = head?.['version'];
  if (head === null || typeof version !== 'number' || version < FIRST_VERSION || version > JOURNAL_VERSION) {
    throw damaged();
  }
  const sheet = part(head, 'sheet');
  const input = part(head, 'input');
  const choices = list(head, 'choices', toChoice);
  const targets = list(head, 'targets', toTarget);
  if (choices.length !== targets.length || !choices.some(isAsking)) throw damaged();
  const mode = head['mode'];
  if (mode !== 'onlyEmpty' && mode !== 'overwrite') throw damaged();
  const { headerRow, cap, unusable, sheetRows } = head;
  return {
    run: text(head, 'run'),
    startedMs: count(head, 'startedMs', Number.MAX_SAFE_INTEGER),
    sheet: { id: text(sheet, 'id'), name: text(sheet, 'name') },
    input: { column: count(input, 'column', MOST_COLUMNS), title: text(input, 'title') },
    headerRow: headerRow === null ? null : count(head, 'headerRow', MOST_ROWS),
    choices,
    targets,
    isMarked: version >= MARKED_VERSION && head['isMarked'] === true,
    isTitled: version < JOURNAL_VERSION ? head['blocks'] !== 0 : head['isTitled'] === true,
    mode,
    sheetRows: sheetRows === -1 ? -1 : count(head, 'sheetRows', MOST_ROWS),
    maxAgeMs: count(head, 'maxAgeMs', LONGEST_AGE_MS),
    cap: cap === null ? null : count(head, 'cap', Number.MAX_SAFE_INTEGER),
    quoted: count(head, 'quoted', Number.MAX_SAFE_INTEGER),
    rows: count(head, 'rows', MOST_ROWS),
    ...(unusable === undefined ? {} : { unusable: count(head, 'unusable', MOST_ROWS) }),
    blocks: count(head, 'blocks', MOST_ROWS),
    spare: version < JOURNAL_VERSION ? 0 : count(head, 'spare', Number.MAX_SAFE_INTEGER),
    isFinished: head['isFinished'] === true,
    isUndoing: head['isUndoing'] === true,
    ended: readEnding(head['ended']),
  };
}

function part(object: JsonObject, name: string): JsonObject {
  return readObject(object[name]) ?? refuse();
}

function text(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : refuse();
}

function count(object: JsonObject, name: string, most: number): number {
  const value = object[name];
  return isCount(value, most) ? value : refuse();
}

function list<T>(object: JsonObject, name: string, toItem: (value: unknown) => T): readonly T[] {
  return (readArray(object[name]) ?? refuse()).map(toItem);
}

function toChoice(value: unknown): Choice {
  return readChoice(value) ?? refuse();
}

function toTarget(value: unknown): Target {
  const target = readObject(value) ?? refuse();
  const { titleFormat, typed } = target;
  if (titleFormat !== undefined && !isFormat(titleFormat)) return refuse();
  return {
    column: count(target, 'column', MOST_COLUMNS),
    title: text(target, 'title'),
    isNew: target['isNew'] === true,
    ...(titleFormat === undefined ? {} : { titleFormat }),
    ...(target['looks'] === undefined ? {} : { looks: toGivenLooks(target['looks']) }),
    ...(typed === undefined ? {} : { typed: toTyped(typed) }),
  };
}

function toTyped(value: unknown): NonNullable<Target['typed']> {
  const typed = readArray(value) ?? refuse();
  return TYPED.filter((as) => typed.includes(as));
}

function toGivenLooks(value: unknown): GivenLooks {
  const given = readObject(value) ?? refuse();
  return { was: toLooks(given['was']), set: toLooks(given['set']) };
}

function toLooks(value: unknown): Looks {
  const looks = readObject(value) ?? refuse();
  const { style, width } = looks;
  const isStyle = Array.isArray(style) && style.length <= MOST_STYLES && style.every(isStyleWord);
  const isWidth = typeof width === 'number' && width >= 0 && width <= WIDEST;
  return isStyle && isWidth ? { style, width } : refuse();
}

function isStyleWord(word: unknown): word is string {
  return typeof word === 'string' && STYLE_WORD.test(word);
}

function readEnding(value: unknown): RunEnding | null {
  const ended = readObject(value);
  if (ended === null) return null;
  const { is } = ended;
  if (is !== 'paused' && is !== 'stopped') return refuse();
  const why = readObject(ended['why']);
  const code = why === null ? null : text(why, 'code');
  return {
    is,
    // Unknown codes are noticed where they are shown.
    why: code === null ? null : ({ code, facts: readObject(why?.['facts']) ?? {} } as NonNullable<RunEnding['why']>),
    creditsLeft: typeof ended['creditsLeft'] === 'number' ? count(ended, 'creditsLeft', Number.MAX_SAFE_INTEGER) : null,
  };
}

function refuse(): never {
  throw damaged();
}

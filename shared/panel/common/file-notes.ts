import { parseJson, readArray, readCount, readId, readNumber, readText } from '../../client/json';
import { readRefreshRecord, type RefreshPart, type RefreshRecord } from '../../actions/refresh-record';
import { readCompanies } from './companies';

/** What the panel keeps for a file. Others may have written it, so that it is read like anything from outside. */
export interface FileNotes {
  /** Newest first. */
  readonly refreshes: readonly KeptRefresh[];
  /** Newest first. */
  readonly flags: readonly SentFlag[];
  /** The warm paths that were asked for last; `null`: none. */
  readonly warm: WarmQuestion | null;
}

/** Companies by domain or slug. Every account is asked about with every partner. */
interface WarmQuestion {
  readonly accounts: readonly string[];
  readonly partners: readonly string[];
}

export interface KeptRefresh {
  readonly id: string;
  readonly record: RefreshRecord;
  /** When the panel saw that it was over; `null`: it is not. Milliseconds since 1970, like all times here. */
  readonly doneAtMs: number | null;
  /** When its companies were fetched again; `null`: they were not. */
  readonly refetchedAtMs: number | null;
}

export interface SentFlag {
  readonly atMs: number;
  /** As it was typed: a domain or a slug. */
  readonly company: string;
  /** `null`: the service gave none. */
  readonly flagId: string | null;
  /** In the service's word. */
  readonly status: string | null;
  /** The beginning of what was written. */
  readonly note: string;
}

const NO_NOTES: FileNotes = { refreshes: [], flags: [], warm: null };

/** As much as every host keeps. */
const MOST_CHARACTERS = 60_000;
const MOST_REFRESHES = 5;
const MOST_FLAGS = 100;
export const LONGEST_NOTE = 160;
const VERSION = 1;

type Stored = readonly unknown[];

/**
 * JSON in ASCII: `[1, [[id, startedAtMs, doneAtMs, refetchedAtMs, parts]…], [[atMs, company, flagId, status, note]…],
 * [accounts, partners]]`, the last with its companies joined by spaces, and only where there are some. A part is
 * `[is, jobId, status, lookAfterMs, domains, answers, answerOfEach, problem]`: its domains joined by spaces, the different
 * answers `[status, detail]`, which of them each domain has, -1 where there is none, and the code and facts of its problem.
 *
 * @returns `null` where it does not fit, even without what is over and without what can be selected again
 */
export function notesToText({ refreshes, flags, warm }: FileNotes): string | null {
  let [kept, sent] = [refreshes.slice(0, MOST_REFRESHES), flags.slice(0, MOST_FLAGS)];
  let asked = warm === null ? [] : [[warm.accounts.join(' '), warm.partners.join(' ')]];
  for (;;) {
    if (kept.length + sent.length + asked.length === 0) return '';
    const text = toAscii(JSON.stringify([VERSION, kept.map(storedRefresh), sent.map(storedFlag), ...asked]));
    if (text.length <= MOST_CHARACTERS) return text;
    if (asked.length > 0) {
      asked = [];
      continue;
    }
    const over = kept.reduce((last, { doneAtMs }, at) => (doneAtMs === null ? last : at), -1);
    if (over >= 0) kept = kept.filter((_refresh, at) => at !== over);
    else if (sent.length > 0) sent = sent.slice(0, -1);
    else return null;
  }
}

/** Whatever cannot be read is left out. */
export function readNotes(text: string): FileNotes {
  const [version, refreshes, flags, warm] = readArray(parseJson(text)) ?? [];
  if (version !== VERSION) return NO_NOTES;
  return {
    refreshes: (readArray(refreshes) ?? []).slice(0, MOST_REFRESHES).flatMap(readRefresh),
    flags: (readArray(flags) ?? []).slice(0, MOST_FLAGS).flatMap(readFlag),
    warm: readWarm(warm),
  };
}

/** Whether a text brings this refresh back, in this state. */
export function isNoted(text: string, refresh: KeptRefresh): boolean {
  const [same] = readRefresh(storedRefresh(refresh)).map((each) => JSON.stringify(each));
  return same !== undefined && readNotes(text).refreshes.some((each) => JSON.stringify(each) === same);
}

/** The notes with a refresh in its place, or as the newest. */
export function withRefresh(notes: FileNotes, refresh: KeptRefresh): FileNotes {
  const isKnown = notes.refreshes.some(({ id }) => id === refresh.id);
  const refreshes = isKnown
    ? notes.refreshes.map((each) => (each.id === refresh.id ? refresh : each))
    : [refresh, ...notes.refreshes];
  return { ...notes, refreshes };
}

export function withoutRefresh(notes: FileNotes, id: string): FileNotes {
  return { ...notes, refreshes: notes.refreshes.filter((each) => each.id !== id) };
}

export function withFlag(notes: FileNotes, flag: SentFlag): FileNotes {
  return { ...notes, flags: [{ ...flag, note: [...flag.note].slice(0, LONGEST_NOTE).join('') }, ...notes.flags] };
}

function storedRefresh({ id, record, doneAtMs, refetchedAtMs }: KeptRefresh): Stored {
  return [id, record.startedAtMs, doneAtMs, refetchedAtMs, record.parts.map(storedPart)];
}

function storedPart({ is, jobId, status, lookAfterMs, domains, answers, problem }: RefreshPart): Stored {
  const answerOf = new Map(answers.map((answer) => [answer.domain, JSON.stringify([answer.status, answer.detail])]));
  const known = [...domains, ...[...answerOf.keys()].filter((domain) => !domains.includes(domain))];
  const kinds = [...new Set(answerOf.values())];
  const which = known.map((domain) => kinds.indexOf(answerOf.get(domain) ?? ''));
  const told = kinds.map((kind) => JSON.parse(kind) as unknown);
  return [is, jobId, status, lookAfterMs, known.join(' '), told, which, problem];
}

function storedFlag({ atMs, company, flagId, status, note }: SentFlag): Stored {
  return [atMs, company, flagId, status, note];
}

function readRefresh(value: unknown): readonly KeptRefresh[] {
  const [id, startedAtMs, doneAtMs, refetchedAtMs, parts] = readArray(value) ?? [];
  const name = readId(id);
  if (name === null) return [];
  try {
    const record = readRefreshRecord({ startedAtMs, parts: (readArray(parts) ?? []).map(readPart) });
    if (record.parts.length === 0) return [];
    return [{ id: name, record, doneAtMs: readNumber(doneAtMs), refetchedAtMs: readNumber(refetchedAtMs) }];
  } catch {
    return [];
  }
}

/** In the form that {@link readRefreshRecord} checks. */
function readPart(value: unknown): object {
  const [is, jobId, status, lookAfterMs, joined, kinds, which, problem] = readArray(value) ?? [];
  const domains = (readText(joined) ?? '').split(' ').filter((domain) => domain !== '');
  const places = readArray(which) ?? [];
  const answers = domains.flatMap((domain, at) => {
    const place = readCount(places[at]);
    const kind = place === null ? null : readArray(readArray(kinds)?.[place]);
    return kind === null ? [] : [{ domain, status: readText(kind[0]), detail: readText(kind[1]) }];
  });
  return { is, jobId, status, lookAfterMs, domains, answers, problem };
}

function readFlag(value: unknown): readonly SentFlag[] {
  const [atMs, company, flagId, status, note] = readArray(value) ?? [];
  const [time, name] = [readNumber(atMs), readText(company)];
  if (time === null || name === null) return [];
  return [{ atMs: time, company: name, flagId: readId(flagId), status: readText(status), note: readText(note) ?? '' }];
}

function readWarm(value: unknown): WarmQuestion | null {
  const [accounts, partners] = (readArray(value) ?? []).map(
    (joined) => readCompanies((readText(joined) ?? '').replace(/ /g, '\n')).companies,
  );
  return accounts === undefined || partners === undefined ? null : { accounts, partners };
}

function toAscii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

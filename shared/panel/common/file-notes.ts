import { parseJson, readArray, readCount, readId, readNumber, readText } from '../../client/json';
import { readRescanRecord, type RescanPart, type RescanRecord } from '../../actions/rescan-record';
import { readCompanies } from '../../cells/companies-in-text';

/** What the panel keeps for a file. Others may have written it, so it is checked like any input from outside. */
export interface FileNotes {
  /** Newest first. */
  readonly rescans: readonly KeptRescan[];
  /** Newest first. */
  readonly flags: readonly SentFlag[];
  /** The warm paths that were asked for last; `null`: none. */
  readonly warm: WarmQuestion | null;
  /** The last check for changes; `null`: none. */
  readonly check: LastCheck | null;
}

/** The counts of a check for changes. The changes themselves are in no store, only on the sheet that the user adds. */
export interface LastCheck {
  /** The start of the id of the account that made it; see `KeyStatus`. */
  readonly account: string;
  readonly atMs: number;
  /** The number of companies that had two answers. */
  readonly compared: number;
  /** The number of these that changed. */
  readonly changed: number;
  /** The number of companies with only one answer. */
  readonly others: number;
  /** The ones that changed at most companies. */
  readonly technologies: readonly TechnologyCount[];
}

/** How many companies adopted and dropped a technology. */
export interface TechnologyCount {
  readonly name: string;
  readonly adopted: number;
  readonly dropped: number;
}

/** Companies by domain or slug. Every account is asked about with every partner. */
interface WarmQuestion {
  readonly accounts: readonly string[];
  readonly partners: readonly string[];
}

export interface KeptRescan {
  readonly id: string;
  readonly record: RescanRecord;
  /** When the panel saw that it was over; `null`: it is not. Milliseconds since 1970, like all times here. */
  readonly doneAtMs: number | null;
  /** When its companies were fetched again; `null`: they were not. */
  readonly updatedAtMs: number | null;
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

const NO_NOTES: FileNotes = { rescans: [], flags: [], warm: null, check: null };

/** As much as every host keeps. */
const MOST_CHARACTERS = 60_000;
const MOST_RESCANS = 5;
const MOST_FLAGS = 100;
const MOST_COUNTED = 5;
export const LONGEST_NOTE = 160;
const VERSION = 1;

type Stored = readonly unknown[];

/**
 * JSON in ASCII: `[1, [[id, startedAtMs, doneAtMs, updatedAtMs, parts]…], [[atMs, company, flagId, status, note]…],
 * [accounts, partners], [account, atMs, compared, changed, others, [[technology, adopted, dropped]…]]]`. Companies are
 * joined by spaces, `0` stands for no warm paths, and what is missing at the end is left out. A part is
 * `[is, jobId, status, checkAfterMs, domains, answers, answerOfEach, problem]`: its domains joined by spaces, the different
 * answers `[status, detail]`, which of them each domain has, -1 where there is none, and the code and facts of its problem.
 *
 * @returns `null` where it does not fit, even without what is over and without what can be selected again
 */
export function notesToText({ rescans, flags, warm, check }: FileNotes): string | null {
  let [kept, sent] = [rescans.slice(0, MOST_RESCANS), flags.slice(0, MOST_FLAGS)];
  let asked = warm === null ? null : storedWarm(warm);
  let last = check === null ? null : storedCheck(check);
  for (;;) {
    if (kept.length + sent.length === 0 && asked === null && last === null) return '';
    const end = last !== null ? [asked ?? 0, last] : asked !== null ? [asked] : [];
    const text = toAscii(JSON.stringify([VERSION, kept.map(storedRescan), sent.map(storedFlag), ...end]));
    if (text.length <= MOST_CHARACTERS) return text;
    if (asked !== null || last !== null) {
      if (asked === null) last = null;
      asked = null;
      continue;
    }
    const over = kept.reduce((last, { doneAtMs }, at) => (doneAtMs === null ? last : at), -1);
    if (over >= 0) kept = kept.filter((_rescan, at) => at !== over);
    else if (sent.length > 0) sent = sent.slice(0, -1);
    else return null;
  }
}

/** Leaves out what cannot be read. */
export function readNotes(text: string): FileNotes {
  const [version, rescans, flags, warm, check] = readArray(parseJson(text)) ?? [];
  if (version !== VERSION) return NO_NOTES;
  return {
    rescans: (readArray(rescans) ?? []).slice(0, MOST_RESCANS).flatMap(readRescan),
    flags: (readArray(flags) ?? []).slice(0, MOST_FLAGS).flatMap(readFlag),
    warm: readWarm(warm),
    check: readCheck(check),
  };
}

/** Whether a text brings this rescan back, in this state. */
export function isNoted(text: string, rescan: KeptRescan): boolean {
  const [same] = readRescan(storedRescan(rescan)).map((each) => JSON.stringify(each));
  return same !== undefined && readNotes(text).rescans.some((each) => JSON.stringify(each) === same);
}

/** The notes with a rescan in its place, or as the newest. */
export function withRescan<N extends Pick<FileNotes, 'rescans'>>(notes: N, rescan: KeptRescan): N {
  const isKnown = notes.rescans.some(({ id }) => id === rescan.id);
  const rescans = isKnown
    ? notes.rescans.map((each) => (each.id === rescan.id ? rescan : each))
    : [rescan, ...notes.rescans];
  return { ...notes, rescans };
}

export function withoutRescan(notes: FileNotes, id: string): FileNotes {
  return { ...notes, rescans: notes.rescans.filter((each) => each.id !== id) };
}

export function withFlag(notes: FileNotes, flag: SentFlag): FileNotes {
  return { ...notes, flags: [{ ...flag, note: [...flag.note].slice(0, LONGEST_NOTE).join('') }, ...notes.flags] };
}

function storedRescan({ id, record, doneAtMs, updatedAtMs }: KeptRescan): Stored {
  return [id, record.startedAtMs, doneAtMs, updatedAtMs, record.parts.map(storedPart)];
}

function storedPart({ is, jobId, status, checkAfterMs, domains, answers, problem }: RescanPart): Stored {
  const answerOf = new Map(answers.map((answer) => [answer.domain, JSON.stringify([answer.status, answer.detail])]));
  const known = [...domains, ...[...answerOf.keys()].filter((domain) => !domains.includes(domain))];
  const kinds = [...new Set(answerOf.values())];
  const which = known.map((domain) => kinds.indexOf(answerOf.get(domain) ?? ''));
  const told = kinds.map((kind) => JSON.parse(kind) as unknown);
  return [is, jobId, status, checkAfterMs, known.join(' '), told, which, problem];
}

function storedFlag({ atMs, company, flagId, status, note }: SentFlag): Stored {
  return [atMs, company, flagId, status, note];
}

function readRescan(value: unknown): readonly KeptRescan[] {
  const [id, startedAtMs, doneAtMs, updatedAtMs, parts] = readArray(value) ?? [];
  const name = readId(id);
  if (name === null) return [];
  try {
    const record = readRescanRecord({ startedAtMs, parts: (readArray(parts) ?? []).map(readPart) });
    if (record.parts.length === 0) return [];
    return [{ id: name, record, doneAtMs: readNumber(doneAtMs), updatedAtMs: readNumber(updatedAtMs) }];
  } catch {
    return [];
  }
}

/** Returns the form that {@link readRescanRecord} checks. */
function readPart(value: unknown): object {
  const [is, jobId, status, checkAfterMs, joined, kinds, which, problem] = readArray(value) ?? [];
  const domains = (readText(joined) ?? '').split(' ').filter((domain) => domain !== '');
  const places = readArray(which) ?? [];
  const answers = domains.flatMap((domain, at) => {
    const place = readCount(places[at]);
    const kind = place === null ? null : readArray(readArray(kinds)?.[place]);
    return kind === null ? [] : [{ domain, status: readText(kind[0]), detail: readText(kind[1]) }];
  });
  return { is, jobId, status, checkAfterMs, domains, answers, problem };
}

function readFlag(value: unknown): readonly SentFlag[] {
  const [atMs, company, flagId, status, note] = readArray(value) ?? [];
  const [time, name] = [readNumber(atMs), readText(company)];
  if (time === null || name === null) return [];
  return [{ atMs: time, company: name, flagId: readId(flagId), status: readText(status), note: readText(note) ?? '' }];
}

function storedWarm({ accounts, partners }: WarmQuestion): Stored {
  return [accounts.join(' '), partners.join(' ')];
}

function storedCheck({ account, atMs, compared, changed, others, technologies }: LastCheck): Stored {
  const counts = technologies.map(({ name, adopted, dropped }) => [name, adopted, dropped]);
  return [account, atMs, compared, changed, others, counts];
}

function readCheck(value: unknown): LastCheck | null {
  const [account, atMs, compared, changed, others, counts] = readArray(value) ?? [];
  const [id, time] = [readText(account), readNumber(atMs)];
  const [all, some, one] = [readCount(compared), readCount(changed), readCount(others)];
  if (id === null || time === null || all === null || some === null || one === null) return null;
  const technologies = (readArray(counts) ?? []).slice(0, MOST_COUNTED).flatMap((each) => {
    const [name, adopted, dropped] = readArray(each) ?? [];
    const [text, gained, lost] = [readText(name), readCount(adopted), readCount(dropped)];
    if (text === null || gained === null || lost === null) return [];
    return [{ name: text.slice(0, LONGEST_NOTE), adopted: gained, dropped: lost }];
  });
  return { account: id, atMs: time, compared: all, changed: some, others: one, technologies };
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

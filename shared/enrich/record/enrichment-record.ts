import type { TraceError } from '../../errors/trace-error';
import type { RecordRow } from '../sheet/ports';
import { readHead, type Head } from './head';
import { BLANK, readLines, type Before, type Line, isProvisional, type Outcome } from './lines';

/** Few, nearly always one: a set for each cell would fill the memory of a long enrichment. */
type Digests = readonly string[];

const NO_DIGESTS: Digests = [];

/** What the record says was written for one company, or for one text that names none. */
interface Answered {
  readonly outcome: Outcome;
  /** For each target, digests of all that was written. */
  readonly written: readonly Digests[];
  /** For each target, digests of what was written only until a better answer came. */
  readonly provisional: readonly Digests[];
  /** For each target, whether the newest answer is a blank cell. */
  readonly isBlank: readonly boolean[];
  readonly why: TraceError | null;
}

/**
 * The books of one enrichment. They are kept by company: all rows of one company get the same answer, so which row it was
 * matters only where different values stood there before.
 */
export class EnrichmentRecord {
  /** How often each input text was selected. */
  private readonly counts = new Map<string, number>();
  private readonly stood: ReadonlyMap<string, Before>[];
  private readonly texts = new Map<string, string>();
  private readonly answers = new Map<string, Answered>();

  constructor(
    public head: Head,
    lines: readonly Line[],
  ) {
    this.stood = Array.from({ length: head.targets.length + 1 }, () => new Map<string, Before>());
    for (const line of lines) this.add(line);
  }

  get planned(): ReadonlyMap<string, number> {
    return this.counts;
  }

  /** Answers that were known before anything began. */
  get known(): ReadonlyMap<string, string> {
    return this.texts;
  }

  /** What stood in a target before, by input text. */
  before(target: number): ReadonlyMap<string, Before> {
    return this.stood[target]!;
  }

  /** Whether each row was selected, for input texts of which only some rows were. */
  get selected(): ReadonlyMap<string, Before> {
    return this.stood[this.head.targets.length]!;
  }

  outcomeOf(name: string): Outcome | undefined {
    return this.answers.get(name)?.outcome;
  }

  /** Why there is no answer; `null`: there is one, or nothing was asked. */
  whyOf(name: string): TraceError | null {
    return this.answers.get(name)?.why ?? null;
  }

  /** Whether the enrichment wrote a value with this digest into this target for this company. */
  hasWritten(name: string, target: number, digest: string): boolean {
    return this.answers.get(name)?.written[target]?.includes(digest) === true;
  }

  /** Whether a better answer is in the record than this one: its page was closed before the sheet was written. */
  isOutdated(name: string, target: number, digest: string): boolean {
    return this.answers.get(name)?.provisional[target]?.includes(digest) === true;
  }

  isBlank(name: string, target: number): boolean {
    return this.answers.get(name)?.isBlank[target] === true;
  }

  /** Digests of everything that was written into a target, whatever the company. */
  writtenInto(target: number): ReadonlySet<string> {
    const all = new Set<string>();
    for (const { written } of this.answers.values()) for (const digest of written[target]!) all.add(digest);
    return all;
  }

  /** @returns whether it says anything new */
  add(line: Line): boolean {
    if (line.is === 'planned') this.counts.set(line.text, line.count);
    else if (line.is === 'known') this.texts.set(line.name, line.text);
    else if (line.is === 'before')
      (this.stood[line.target] as Map<string, Before> | undefined)?.set(line.text, line.before);
    else return this.addAnswer(line);
    return true;
  }

  private addAnswer({ name, outcome, digests, why }: Extract<Line, { readonly is: 'answer' }>): boolean {
    const known = this.answers.get(name);
    const provisional = this.head.targets.map((_target, at): Digests => {
      const all = known?.provisional[at] ?? NO_DIGESTS;
      const digest = digests[at] ?? '';
      if (!isProvisional(outcome)) return all.includes(digest) ? all.filter((each) => each !== digest) : all;
      const isOld = all.includes(digest) || known?.written[at]?.includes(digest) === true;
      return digest === '' || isOld ? all : [...all, digest];
    });
    let isNew = known?.outcome !== outcome;
    const written = this.head.targets.map((_target, at): Digests => {
      const all = known?.written[at] ?? NO_DIGESTS;
      const digest = digests[at] ?? '';
      if (digest === '' || digest === BLANK || all.includes(digest)) return all;
      isNew = true;
      return [...all, digest];
    });
    const isBlank = this.head.targets.map((_target, at) => {
      const digest = digests[at] ?? '';
      const was = known?.isBlank[at] === true;
      const is = digest === '' ? was : digest === BLANK;
      isNew ||= is !== was;
      return is;
    });
    this.answers.set(name, { outcome, written, provisional, isBlank, why });
    return isNew;
  }
}

/** `null`: the record is damaged, or of another version. */
export function readRecord(rows: readonly RecordRow[]): EnrichmentRecord | null {
  const head = readHead(rows[0]?.[0] ?? '');
  const lines = readLines(rows.slice(1));
  return head === null || lines === null ? null : new EnrichmentRecord(head, lines);
}

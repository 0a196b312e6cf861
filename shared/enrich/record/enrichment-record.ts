import { TraceError } from '../../errors/trace-error';
import type { RecordPort, RecordRow } from '../sheet/ports';
import type { Before } from './before';
import { readHead, type Head } from './head';
import { readLines, type Line } from './lines';
import { RecordedAnswers } from './recorded-answers';

const NONE = new RecordedAnswers();

interface RecordPorts {
  readonly record: Pick<RecordPort, 'load'>;
}

/**
 * The books of one enrichment. They are kept by company: all rows of one company get the same answer, so the
 * individual row matters only if its cells had different values before.
 */
export class EnrichmentRecord {
  /** By input text, the rows that the column had before the enrichment. */
  readonly inputs = new Map<string, Before>();
  /** Answers that were known before the enrichment began. */
  readonly known = new Map<string, string>();
  /** By company, or by a text that names none. */
  private readonly answers = new Map<string, RecordedAnswers>();

  constructor(
    public head: Head,
    lines: readonly Line[],
  ) {
    for (const line of lines) this.add(line);
  }

  /** Whether some row with this input was selected. */
  isSelected(text: string): boolean {
    return (this.inputs.get(text)?.selected ?? 0) > 0;
  }

  /** The companies, and the texts that name none, that have an answer. */
  get names(): readonly string[] {
    return [...this.answers.keys()];
  }

  answersTo(name: string): RecordedAnswers {
    return this.answers.get(name) ?? NONE;
  }

  /** Digests of everything that was written into a target, whatever the company. */
  writtenInto(target: number): ReadonlySet<string> {
    const all = new Set<string>();
    for (const answers of this.answers.values()) for (const digest of answers.writtenInto(target)) all.add(digest);
    return all;
  }

  /** @returns whether the line adds anything new */
  add(line: Line): boolean {
    if (line.is === 'input') this.inputs.set(line.text, line.before);
    else if (line.is === 'known') this.known.set(line.name, line.text);
    else {
      const answers = this.answers.get(line.name) ?? new RecordedAnswers();
      this.answers.set(line.name, answers);
      return answers.add(line);
    }
    return true;
  }
}

/** The record of the file's last enrichment. */
export async function findRecord({ record }: RecordPorts): Promise<EnrichmentRecord | 'none' | 'damaged'> {
  const rows = await record.load();
  return rows === null ? 'none' : (readRecord(rows) ?? 'damaged');
}

/** The record of an enrichment that has begun. Throws `runGone` or `recordDamaged`. */
export async function loadRecord(ports: RecordPorts): Promise<EnrichmentRecord> {
  const record = await findRecord(ports);
  if (record === 'none') throw new TraceError('runGone', {});
  if (record === 'damaged' || record.head.state === 'saving') throw new TraceError('recordDamaged', {});
  return record;
}

/** `null`: the record is damaged, or of another version. */
function readRecord(rows: readonly RecordRow[]): EnrichmentRecord | null {
  const head = readHead(rows[0]?.[0] ?? '');
  const lines = readLines(rows.slice(1));
  if (head === null || lines?.every((line) => isFor(head, line)) !== true) return null;
  return new EnrichmentRecord(head, lines);
}

function isFor({ targets }: Head, line: Line): boolean {
  if (line.is !== 'input') return true;
  const { rows } = line.before;
  if (rows.length === 0) return targets.every(({ isNew }) => isNew);
  const width = rows[0]!.length;
  return (width === targets.length || width === targets.length + 1) && rows.every(({ length }) => length === width);
}

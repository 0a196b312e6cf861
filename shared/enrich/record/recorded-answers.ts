import type { TraceError } from '../../errors/trace-error';
import { BLANK, isProvisional, type AnswerLine, type Outcome } from './lines';

/** What the record says was written for one company, or for one text that names none. */
export class RecordedAnswers {
  /** The newest first: nearly always one. */
  private lines: readonly AnswerLine[] = [];

  get outcome(): Outcome | undefined {
    return this.lines[0]?.outcome;
  }

  /** Whether a later answer may replace any of them. */
  get hasProvisional(): boolean {
    return this.lines.some(({ outcome }) => isProvisional(outcome));
  }

  /** Why there is no answer; `null`: there is one, or nothing was asked. */
  get why(): TraceError | null {
    return this.lines[0]?.why ?? null;
  }

  /** Whether the enrichment wrote a value with this digest into this target. */
  hasWritten(target: number, digest: string): boolean {
    return this.lines.some(({ digests }) => digests[target] === digest);
  }

  /** Whether a better answer is in the record than this one: its page was closed before the sheet was written. */
  isOutdated(target: number, digest: string): boolean {
    const writing = this.lines.filter(({ digests }) => digests[target] === digest);
    return writing.length > 0 && writing.every(({ outcome }) => isProvisional(outcome));
  }

  /** Whether the newest answer is a blank cell. */
  isBlank(target: number): boolean {
    return this.lines.find(({ digests }) => (digests[target] ?? '') !== '')?.digests[target] === BLANK;
  }

  /** Digests of everything that was written into a target. */
  writtenInto(target: number): readonly string[] {
    return this.lines.map(({ digests }) => digests[target] ?? '');
  }

  /** @returns whether it says anything new */
  add(line: AnswerLine): boolean {
    const isNew =
      this.outcome !== line.outcome || line.digests.some((digest, at) => this.isNew(line.outcome, at, digest));
    if (isNew) this.lines = [line, ...this.lines];
    return isNew;
  }

  private isNew(outcome: Outcome, at: number, digest: string): boolean {
    if (digest === '') return false;
    if (this.isBlank(at)) return digest !== BLANK;
    return !this.hasWritten(at, digest) || (!isProvisional(outcome) && this.isOutdated(at, digest));
  }
}

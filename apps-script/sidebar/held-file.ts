import { TraceError } from '../../shared/formulas';
import type { Lease } from '../../shared/ports';
import type { SentHold } from '../bulk-messages';

/** As long as so much is left of it, a hold is not prolonged: each write and each journal does so anyway. */
const SPARE_MS = 60_000;
/** For longer the script holds it for nobody. */
const LASTS_MS = 120_000;
const NOBODY: SentHold = { holder: '', forMs: 0 };

/** By whom this panel holds the document, as far as it knows; the script compares before it changes anything. */
export class HeldFile {
  private hold = NOBODY;
  private untilMs = -Infinity;

  /** To be sent along with whatever changes the document. */
  get sent(): SentHold {
    return this.hold;
  }

  isHeld(holder: string, forMs: number): boolean {
    return holder === this.hold.holder && this.untilMs - Date.now() > forMs - SPARE_MS;
  }

  /** @param sentMs when it was asked for: the script may have got it then or later */
  note(hold: SentHold, sentMs: number): void {
    if (hold.holder === '') return;
    this.hold = { holder: hold.holder, forMs: Math.min(hold.forMs, LASTS_MS) };
    this.untilMs = sentMs + this.hold.forMs;
  }

  forget(): void {
    this.hold = NOBODY;
    this.untilMs = -Infinity;
  }

  /** What the script said to it. Throws `runElsewhere`. */
  checkMine(elsewhere: number | null | undefined): void {
    if (elsewhere !== null && elsewhere !== undefined) throw this.lost();
  }

  /** Somebody else holds it. */
  lost(): TraceError {
    this.forget();
    return new TraceError('runElsewhere', {});
  }

  toLease(elsewhere: number | null): Lease {
    return elsewhere === null ? { is: 'held' } : { is: 'elsewhere', untilMs: elsewhere };
  }
}

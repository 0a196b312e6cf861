import { TraceError } from '../../shared/formulas';
import { LEASE_MS } from '../../shared/runs';
import type { Lease } from '../../shared/ports';
import type { SentHold } from '../journal-messages';

/** With this much time left, a hold is not renewed: each write and each journal renews it anyway. */
const SPARE_MS = 60_000;
const NOBODY: SentHold = { holder: '', forMs: 0 };

/** This panel's hold on the document, as far as it knows. The script checks it before any change. */
export class HeldFile {
  private hold = NOBODY;
  private untilMs = -Infinity;

  /** Sent along with whatever changes the document. */
  get sent(): SentHold {
    return this.hold;
  }

  isHeld(holder: string, forMs: number): boolean {
    return holder === this.hold.holder && this.untilMs - Date.now() > forMs - SPARE_MS;
  }

  /** @param sentMs when it was requested; the script received it then or later */
  note(hold: SentHold, sentMs: number): void {
    if (hold.holder === '') return;
    this.hold = { holder: hold.holder, forMs: Math.min(hold.forMs, LEASE_MS) };
    this.untilMs = sentMs + this.hold.forMs;
  }

  forget(): void {
    this.hold = NOBODY;
    this.untilMs = -Infinity;
  }

  /** The script's answer to it. Throws `runElsewhere`. */
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

import { createHmac } from 'node:crypto';
import type { JournalSeal } from '../../shared/bulk/journal/seal';

/** The seal of one person, with a store that no file holds. */
export class PersonSeal implements JournalSeal {
  readonly kept = new Map<string, number>();
  /** `''`: nothing by which the document is known. */
  document = 'book';

  constructor(private readonly secret = 'secret of one') {}

  async mark(text: string): Promise<string> {
    if (this.secret === '' || this.document === '') return '';
    return createHmac('sha256', `${this.secret} ${this.document}`).update(text).digest('base64url').slice(0, 22);
  }

  async newest(run: string): Promise<number | null> {
    return this.kept.get(run) ?? null;
  }

  async keep(run: string, sequence: number | null): Promise<void> {
    if (sequence === null) this.kept.delete(run);
    else this.kept.set(run, sequence);
  }
}

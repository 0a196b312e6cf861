import { DocumentStore, type DocumentText } from './document-store';
import { mirrorSpent } from './owner-store';

/**
 * The document's texts, for formulas. Google may give them the document's properties at some times of a day and not at
 * others, so what a limit depends on is noted in the owner's properties too.
 */
export class MirroredStore extends DocumentStore {
  private mirrored: string | null = null;

  /** @param readLedger the file's ledger in the owner's properties, as the run has read it */
  constructor(private readonly readLedger: () => string) {
    super();
  }

  override writeForCertain(name: DocumentText, text: string): boolean {
    if (!super.writeForCertain(name, text)) return false;
    if (name === 'TRACE_SPENT') this.mirrored = mirrorSpent(text, this.mirrored ?? this.readLedger());
    return true;
  }
}

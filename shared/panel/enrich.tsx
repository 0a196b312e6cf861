import { BulkSection } from './bulk/bulk-section';
import { StoredSection } from './bulk/stored-section';
import { PresetsCard } from './settings/presets-card';

/** What of the panel works on the sheet: more than half of its code. A host may load it after the first paint. */
export interface EnrichParts {
  readonly BulkSection: typeof BulkSection;
  readonly PresetsCard: typeof PresetsCard;
  readonly StoredSection: typeof StoredSection;
}

export const ENRICH_PARTS: EnrichParts = { BulkSection, PresetsCard, StoredSection };

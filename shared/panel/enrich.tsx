import { EnrichSection } from './enrich/enrich-section';
import { StoredSection } from './settings/stored-section';
import { PresetsCard } from './settings/presets-card';

/** What of the panel works on the sheet: more than half of its code. A host may load it after the first paint. */
export interface EnrichParts {
  readonly EnrichSection: typeof EnrichSection;
  readonly PresetsCard: typeof PresetsCard;
  readonly StoredSection: typeof StoredSection;
}

export const ENRICH_PARTS: EnrichParts = { EnrichSection, PresetsCard, StoredSection };

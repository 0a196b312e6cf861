import { EnrichSection } from './enrich/enrich-section';
import { RemoveRow } from './settings/remove-row';
import { SavedAnswersRow } from './settings/saved-answers-row';
import { PresetsCard } from './settings/presets-card';

/** What of the panel works on the sheet: more than half of its code. A host may load it after the first paint. */
export interface EnrichParts {
  readonly EnrichSection: typeof EnrichSection;
  readonly PresetsCard: typeof PresetsCard;
  readonly RemoveRow: typeof RemoveRow;
  readonly SavedAnswersRow: typeof SavedAnswersRow;
}

export const ENRICH_PARTS: EnrichParts = { EnrichSection, PresetsCard, RemoveRow, SavedAnswersRow };

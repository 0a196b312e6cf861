import { OldAnswersWatch } from './activity/old-answers-watch';
import { EnrichSection } from './enrich/enrich-section';
import { RemoveRow } from './settings/remove-row';
import { SavedAnswersRow } from './settings/saved-answers-row';

/** The parts that work on the sheet: more than half of the panel's code. A host may load them after the first paint. */
export const ENRICH_PARTS = { EnrichSection, OldAnswersWatch, RemoveRow, SavedAnswersRow } as const;

export type EnrichParts = typeof ENRICH_PARTS;

import { OldAnswersWatch } from './activity/old-answers-watch';
import { EnrichSection } from './enrich/enrich-section';
import { RemoveRow, SavedAnswersRow } from './settings/maintenance-row';

/** The parts that work on the sheet: more than half of the panel's code. A host may load them after the first paint. */
export const ENRICH_PARTS = { EnrichSection, OldAnswersWatch, RemoveRow, SavedAnswersRow } as const;

export type EnrichParts = typeof ENRICH_PARTS;

import { FlagsCard } from './flags/flags-card';
import { ListsTab } from './lists/lists-tab';
import { RefreshCard } from './refresh/refresh-card';

/** What of the panel manages what the account has at Trace: lists, refreshes and flags. A host may load it later. */
export interface ListsParts {
  readonly ListsTab: typeof ListsTab;
  readonly RefreshCard: typeof RefreshCard;
  readonly FlagsCard: typeof FlagsCard;
}

export const LISTS_PARTS: ListsParts = { ListsTab, RefreshCard, FlagsCard };

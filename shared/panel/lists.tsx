import { DiagnoseCard } from './diagnose/diagnose-card';
import { FlagsCard } from './flags/flags-card';
import { FreezeCard } from './frozen/freeze-card';
import { FunctionList } from './function-list';
import { ListsTab } from './lists/lists-tab';
import { RefreshCard } from './refresh/refresh-card';
import { StaleCard } from './refresh/stale-card';

/** What of the panel manages what the account has at Trace, and looks for what is wrong. A host may load it later. */
export interface ListsParts {
  readonly ListsTab: typeof ListsTab;
  readonly RefreshCard: typeof RefreshCard;
  readonly StaleCard: typeof StaleCard;
  readonly FlagsCard: typeof FlagsCard;
  readonly DiagnoseCard: typeof DiagnoseCard;
  readonly FreezeCard: typeof FreezeCard;
  readonly FunctionList: typeof FunctionList;
}

export const LISTS_PARTS: ListsParts = {
  ListsTab,
  RefreshCard,
  StaleCard,
  FlagsCard,
  DiagnoseCard,
  FreezeCard,
  FunctionList,
};

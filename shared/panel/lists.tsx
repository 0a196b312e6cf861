import { DiagnoseCard } from './settings/diagnose-card';
import { FlagsCard } from './activity/flags-card';
import { FreezeCard } from './frozen/freeze-card';
import { FunctionList } from './settings/function-list';
import { ListsTab } from './lists/lists-tab';
import { RefreshCard } from './activity/refresh-card';
import { StaleCard } from './activity/stale-card';

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

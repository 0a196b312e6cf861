import { AccountCards } from './activity/account-cards';
import { DiagnoseCard } from './settings/diagnose-card';
import { FreezeCard } from './settings/freeze-card';
import { FunctionList } from './settings/function-list';
import { ListsTab } from './lists/lists-tab';
import { ReconnectCard } from './settings/reconnect-card';

/** The parts that manage what the account has at Trace, and look for faults. A host may load them later. */
export interface ListsParts {
  readonly ListsTab: typeof ListsTab;
  readonly AccountCards: typeof AccountCards;
  readonly DiagnoseCard: typeof DiagnoseCard;
  readonly FreezeCard: typeof FreezeCard;
  readonly FunctionList: typeof FunctionList;
  readonly ReconnectCard: typeof ReconnectCard;
}

export const LISTS_PARTS: ListsParts = {
  ListsTab,
  AccountCards,
  DiagnoseCard,
  FreezeCard,
  FunctionList,
  ReconnectCard,
};

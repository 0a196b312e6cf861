import { CheckCard } from './activity/check-card';
import { DiagnoseCard } from './settings/diagnose-card';
import { FreezeCard, ReconnectCard } from './settings/freeze-cards';
import { FunctionList } from './settings/function-list';
import { ListsTab } from './lists/lists-tab';

/** The parts that manage what the account has at Trace, and look for faults. A host may load them later. */
export const LISTS_PARTS = { ListsTab, CheckCard, DiagnoseCard, FreezeCard, FunctionList, ReconnectCard } as const;

export type ListsParts = typeof LISTS_PARTS;

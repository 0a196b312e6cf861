import type { BulkMessage, BulkMessages, SentRider } from '../messages/bulk-messages';
import { addSheet } from './add-sheet';
import { changeAnchors } from './anchors';
import { countDisconnected, freezeFromPanel } from '../freeze/freeze-cells';
import { hasEarlierStores } from './earlier-stores';
import { forget } from './forget';
import { refuse } from './given';
import { insertCells, readActiveCell, readLocale } from './insert-cells';
import { keep, readPaid, readShownAges, recallEntries } from './keep';
import { changeLooks } from './looks';
import { readSheet } from './read-sheet';
import { readAnswered } from './answered-companies';
import { keepPanelText } from './panel-texts';
import { insertBelowTitles } from './rows-below-titles';
import { replaceCell } from '../retry/replace-cell';
import { readSelection, showCells } from './shown-sheets';
import { readOwnSpending, replaceOwnSpending } from './own-spending';
import { changeRecord } from './record-sheet';
import { readStoresCell } from '../formulas/tell-stores';
import { writeSheet } from './write-sheet';

type Answer = (...args: readonly unknown[]) => unknown;

/**
 * The messages that may ride along with another one, which does not depend on them: what could not be saved is asked
 * for again at no cost, and a column that could not be formatted stays plain.
 */
const RIDERS: ReadonlySet<unknown> = new Set<SentRider[0]>(['bulkLooks', 'bulkKeep']);

function answerWith(riders: unknown, message: unknown, args: unknown): unknown {
  if (!Array.isArray(riders) || !Array.isArray(args)) return refuse();
  for (const rider of riders as readonly unknown[]) ride(rider);
  const isKnown = Object.keys(BULK_MESSAGES).includes(message as string) && message !== 'bulkWith';
  return isKnown ? (BULK_MESSAGES[message as BulkMessage] as Answer)(...(args as readonly unknown[])) : refuse();
}

function ride(rider: unknown): void {
  const [message, ...args] = Array.isArray(rider) ? (rider as readonly unknown[]) : [];
  if (!RIDERS.has(message)) return refuse();
  try {
    (BULK_MESSAGES[message as SentRider[0]] as Answer)(...args);
  } catch {
    // The message that it rides with does not need it.
  }
}

/** The sidebar's messages for enrichments. */
export const BULK_MESSAGES: {
  readonly [N in BulkMessage]: (...args: readonly unknown[]) => BulkMessages[N]['value'];
} = {
  bulkWith: answerWith,
  bulkSheet: readSheet,
  bulkLooks: changeLooks,
  bulkWrite: writeSheet,
  bulkAnchors: changeAnchors,
  bulkKeep: keep,
  bulkRecord: changeRecord,
  bulkOwn: readOwnSpending,
  bulkOwnReplace: replaceOwnSpending,
  bulkRecall: recallEntries,
  bulkPaid: readPaid,
  bulkShownAges: readShownAges,
  bulkSelection: readSelection,
  bulkShow: showCells,
  bulkActiveCell: readActiveCell,
  bulkLocale: readLocale,
  bulkInsert: insertCells,
  bulkReplace: replaceCell,
  bulkAddSheet: addSheet,
  bulkBelowTitles: insertBelowTitles,
  bulkAnswered: readAnswered,
  bulkText: keepPanelText,
  bulkFreeze: freezeFromPanel,
  bulkDisconnected: countDisconnected,
  bulkStores: readStoresCell,
  bulkEarlier: hasEarlierStores,
  bulkForget: forget,
};

import type { BulkMessage, BulkMessages } from '../bulk-messages';
import { changeAnchors } from './anchors';
import { freezeFromPanel } from '../freeze/freeze-cells';
import { hasEarlierStores } from './earlier-stores';
import { forget } from './forget';
import { insertCells, readActiveCell, readLocale } from './insert-cells';
import { keep, readPaid, readShownAges, recallEntries } from './keep';
import { changeLooks } from './looks';
import { readSheet } from './read-sheet';
import { keepNotes } from './notes';
import { insertSummary, keepPresets, makeRoom, readSelection, showCells } from './shown-sheets';
import { readOwnSpending, replaceOwnSpending } from './own-spending';
import { changeRecord } from './record-sheet';
import { readStoresCell } from '../tell-stores';
import { writeSheet } from './write-sheet';

/** The sidebar's messages for enrichments. */
export const BULK_MESSAGES: {
  readonly [N in BulkMessage]: (...args: readonly unknown[]) => BulkMessages[N]['value'];
} = {
  bulkSheet: readSheet,
  bulkRoom: makeRoom,
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
  bulkSummary: insertSummary,
  bulkPresets: keepPresets,
  bulkNotes: keepNotes,
  bulkFreeze: freezeFromPanel,
  bulkStores: readStoresCell,
  bulkEarlier: hasEarlierStores,
  bulkForget: forget,
};

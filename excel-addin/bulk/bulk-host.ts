import { endSilence } from '../functions/page-database';
import { TraceError } from '../../shared/formulas';
import type { BulkHost, HostPorts } from '../../shared/ports';
import { forgetKey, REMOVAL_NOTE } from '../../shared/panel';
import { KEY_STORE, readAccount } from '../stored/account';
import { forgetSpendPolicy } from '../stored/document-settings';
import { noteKey } from '../stored/key-place';
import { PRESETS, readStored, writeStored } from '../stored/key-store';
import { askBeforeClosing } from '../panel/ask-before-closing';
import { readLookedMs, writeLookedMs } from '../stored/looked';
import { documentSettings } from '../office';
import { ANCHORS } from './anchors';
import { readAnswered } from './answered-companies';
import { hasEarlierStores, removeEarlierStores } from './earlier-stores';
import { filterRows } from './filter-rows';
import { findFaults } from './find-faults';
import { insertAt, readActiveCell, readListSeparator } from './write/insert-cells';
import { clearAnswers, forgetAnswers, forgetLedger, measureAnswers } from './kept-answers';
import { listSheets, readInfo } from './list-sheets';
import { LOOKS } from './looks';
import { inOneUndoStep, onWorkbook } from './on-workbook';
import { readBlock } from './read-block';
import { makeRunPerformers } from './run-performers';
import { OWN_SPENDING } from './own-spending';
import { RECORD, showRecord } from './record';
import { showUnderWay } from './show-under-way';
import { onSelection, readSelection, showCells } from './selection';
import { insertBelowTitles } from './rows-below-titles';
import { addSheet } from './add-sheet';
import { TABLES } from './tables';
import { countDisconnected, freezeCells, reconnectFormulas, restoreFormulas } from '../freeze/freeze-cells';
import { removeList } from '../freeze/list-sheet';
import { readNotes, writeNotes } from './notes';
import { writeCells } from './write/write-cells';
import { replaceCell } from '../problems/replace-cell';

export { priceRetry } from '../problems/price-retry';
export { followSelectedCell } from '../problems/selected-cell';

/** Excel, for the enrichment part of the page. The web workbook runs the same code on its stand-in for Excel. */
export function makeBulkHost(): BulkHost {
  const isPersonal = documentSettings()?.isPersonal === true;
  return {
    ports: {
      client: makeRunPerformers(),
      sheet: SHEET,
      record: RECORD,
      own: OWN_SPENDING,
      anchors: ANCHORS,
      looks: LOOKS,
      tables: TABLES,
    },
    recordNote: isPersonal
      ? 'Old values are kept in this browser, on the hidden sheet Trace record, until you undo or keep the enrichment.'
      : 'Old values are kept in this workbook, on the hidden sheet Trace record, until you undo or keep the enrichment. Save the workbook to undo it later.',
    endSilence,
    selection: readSelection,
    onSelection,
    showCells,
    showUnderWay,
    filterRows,
    addSheet,
    insertBelowTitles,
    activeCell: readActiveCell,
    findFaults,
    listSeparator: readListSeparator,
    insertAt,
    replaceCell,
    answeredCompanies: readAnswered,
    answeredNote: 'These are companies of this file whose answers this browser has saved.',
    readLookedMs: async () => readLookedMs(),
    writeLookedMs: async (ms) => writeLookedMs(ms),
    readPresets: async () => readStored(PRESETS) ?? '',
    writePresets: async (text) => writeStored(PRESETS, text),
    readNotes,
    writeNotes,
    notesNote: isPersonal
      ? 'Saved in this browser.'
      : 'Saved in the workbook, where others can read it. Save the workbook to keep it.',
    cacheSize: () => measureAnswers(readAccount()?.id ?? null),
    clearCache: () => clearAnswers(readAccount()?.id ?? ''),
    removeTrace,
    hasEarlierStores,
    showRecord,
    atWork(isOn) {
      isAtWork = isOn;
      askBeforeClosing(isOn);
    },
    removalNotes: ["Removes your key, and Trace's data from this workbook.", REMOVAL_NOTE],
    freezing: {
      freeze: freezeCells,
      restore: restoreFormulas,
      reconnect: reconnectFormulas,
      findDisconnected: countDisconnected,
      reconnectNote: 'For a file from Google Sheets, or formulas that begin with _xldudf_.',
    },
  };
}

const SHEET: HostPorts['sheet'] = {
  async info(sheet) {
    try {
      return await onWorkbook((context) => readInfo(context, sheet));
    } catch (thrown) {
      if (thrown instanceof TraceError && thrown.code === 'sheetGone') return null;
      throw thrown;
    }
  },
  list: () => onWorkbook(listSheets),
  read: (reading) => onWorkbook((context) => readBlock(context, reading)),
  /**
   * Kept out of the web workbook's undo steps: otherwise undo would remove the answers while the panel still reports
   * them.
   */
  write: (writing) => inOneUndoStep((context) => writeCells(context, writing), null),
};

/** Whether this page fills or restores cells. If the user closes the workbook meanwhile, Excel asks first. */
let isAtWork = false;

/**
 * No enrichment of this page may continue meanwhile: what it saves after its record was removed could be neither read
 * nor undone. An enrichment of another page is not waited for; it ends because the key is gone. The key is removed
 * last, since it says which account's answers and ledger to remove.
 */
async function removeTrace(): Promise<void> {
  if (isAtWork) throw new TraceError('runElsewhere', {});
  const account = readAccount();
  await RECORD.remove(null);
  await removeEarlierStores();
  await ANCHORS.remove(null);
  await onWorkbook(removeList);
  await forgetSpendPolicy();
  await writeNotes('');
  writeLookedMs(null);
  // Answers for practice companies.
  await forgetAnswers('');
  if (account !== null) {
    await forgetAnswers(account.id);
    await forgetLedger(account.id);
  }
  forgetKey(KEY_STORE);
  await noteKey(false);
}

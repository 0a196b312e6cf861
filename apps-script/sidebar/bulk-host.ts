import { TraceError } from '../../shared/formulas';
import { REMOVAL_NOTE, withCommas, withSemicolons } from '../../shared/panel';
import { stretchesOf } from '../../shared/runs';
import type { Ask, BulkHost, ListSeparator } from '../../shared/ports';
import type { AskBulk } from '../messages/bulk-messages';
import { makeCall } from './call';
import { RunPort } from './run-port';
import { missingStores } from '../formulas/stores-text';
import { toSentCell } from './sent-cells';
import type { StartTimer } from './unsent';
import { toSentChart, toSentLooks, toSentRows } from './sent-sheet';

/** https://developers.google.com/apps-script/guides/services/quotas: 9 KB in one property. */
const PRESETS_BYTES = 9_000;
const FAULT_OF = {
  properties: 'noPropertiesInFormulas',
  cache: 'noCacheInFormulas',
  lock: 'noLockInFormulas',
} as const;
/** More cells than users look through; Google selects each area on its own. */
const MOST_AREAS = 250;

/**
 * If a comma separates decimals, a semicolon separates arguments: https://support.google.com/docs/answer/3093197.
 *
 * @param locale such as `de_DE`
 */
function separatorIn(locale: string): ListSeparator {
  try {
    return new Intl.NumberFormat(locale.replace(/_/g, '-')).format(1.5).includes(',') ? ';' : ',';
  } catch {
    // Semicolons separate arguments in every language of Google Sheets.
    return ';';
  }
}

// Browsers accept no other `this`.
const inBrowser: StartTimer = (act, delayMs) => setTimeout(act, delayMs);

/**
 * Enrichments in Google Sheets: they run in the page, and the script reads, compares and writes.
 *
 * @param startTimer sends what nothing else takes along
 */
export function makeBulkHost(ask: Ask & AskBulk, startTimer: StartTimer = inBrowser): BulkHost {
  const port = new RunPort(ask, makeCall(ask), startTimer);
  const { call } = port;
  return {
    ports: port.ports,
    recordNote:
      'Old values are kept in this file, on the hidden sheet Trace record, until you undo or keep the enrichment.',
    showRecord: async () => (await call('bulkRecord', { what: 'show' })).isDone,
    hiddenNote: 'Rows hidden by a filter view are enriched too.',
    selection: () => call('bulkSelection'),
    async showCells(sheet, column, rows) {
      const areas = stretchesOf(rows).slice(0, MOST_AREAS);
      const at = `C${column + 1}`;
      const places = areas.map((area) => `R${area.row + 1}${at}:R${area.row + area.rows}${at}`);
      // Google activates the last area and scrolls it into view.
      await call('bulkShow', sheet, places.reverse());
    },
    async activeCell() {
      const cell = await call('bulkActiveCell');
      return cell === 'object' ? cell : { ...cell, formula: withCommas(cell.formula) };
    },
    listSeparator: async () => separatorIn(await call('bulkLocale')),
    insertAt: ({ content, ...place }) =>
      call('bulkInsert', {
        ...place,
        formula: 'formula' in content ? withSemicolons(content.formula) : null,
        cells: 'cells' in content ? content.cells.map((row) => row.map(toSentCell)) : [],
      }),
    replaceCell: ({ sheet, row, column }, from, to) => call('bulkReplace', { sheet, row, column, from, to }),
    addSheet({ title, rows, charts = [], formulas = [], isOnce = false, looks }) {
      const { rows: typed, formats } = toSentRows(rows, looks?.formats ?? []);
      for (const [row, column, formula] of formulas) {
        while (typed.length <= row) typed.push([]);
        while (typed[row]!.length < column) typed[row]!.push('');
        // Semicolons separate arguments in every language of Google Sheets.
        typed[row]![column] = withSemicolons(formula);
      }
      return call('bulkAddSheet', {
        ...{ title, isOnce, rows: typed },
        charts: charts.map((chart) => toSentChart(chart, looks)),
        looks: { ...toSentLooks(looks), formats },
      });
    },
    insertBelowTitles: ({ title, titles, rows, formats }) =>
      call('bulkBelowTitles', { title, titles, ...toSentRows(rows, formats) }),
    answeredCompanies: () => call('bulkAnswered'),
    answeredNote:
      'These are companies in formulas and in the last enrichment. For earlier enrichments, select their column.',
    readLookedMs: async () => Number(await call('bulkText', 'looked', null)),
    async writeLookedMs(ms) {
      await call('bulkText', 'looked', String(Math.round(ms)));
    },
    readPresets: () => call('bulkText', 'presets', null),
    async writePresets(text) {
      const bytes = new TextEncoder().encode(text).length;
      if (bytes > PRESETS_BYTES) throw new TraceError('actionMalformed', { expected: 'fewer or shorter presets' });
      await call('bulkText', 'presets', text);
    },
    readNotes: () => call('bulkText', 'notes', null),
    async writeNotes(text) {
      await call('bulkText', 'notes', text);
    },
    notesNote: 'Saved with your Google account, for this file. Only you can read it.',
    shownAges: async (companies) => new Map(await call('bulkShownAges', companies)),
    async findFaults() {
      const unreadable = await call('bulkForget', 'nothing').then(
        () => [],
        () => ['answersUnreadable'] as const,
      );
      const missing = missingStores((await call('bulkStores')) ?? '') ?? [];
      return [...unreadable, ...missing.map((store) => FAULT_OF[store])];
    },
    cacheSize: () => call('bulkForget', 'nothing'),
    async clearCache() {
      await call('bulkForget', 'answers');
      port.forget();
    },
    freezing: {
      freeze: (what) => call('bulkFreeze', what),
      restore: () => call('bulkFreeze', 'restore'),
      reconnect: () => call('bulkFreeze', 'reconnect'),
      findDisconnected: () => call('bulkDisconnected'),
      reconnectNote: 'For a file from Excel whose formulas show #NAME?.',
    },
    removalNotes: ["Removes Trace's data from this file, and your key from all your files.", REMOVAL_NOTE],
    hasEarlierStores: () => call('bulkEarlier'),
    async removeTrace() {
      await call('bulkForget', 'everything');
      port.forget();
    },
  };
}

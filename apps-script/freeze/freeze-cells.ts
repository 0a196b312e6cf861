import {
  findDisconnected,
  freeze,
  reconnect,
  restore,
  toCalculated,
  toFrozenText,
  toReconnectText,
  toRestoreTerms,
  toRestoreText,
  type FreezePorts,
  type FreezeScope,
  type ReconnectPorts,
  type RestorePorts,
  type SheetCells,
} from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import type { Asked, DisconnectedFormulas, FreezeWhat, RestoreTerms, WaitingStatus } from '../../shared/ports';
import type { BulkMessages } from '../messages/bulk-messages';
import { isAmong, makeValueReader, toBounds } from '../bulk/read-sheet';
import { underLock } from '../bulk/under-lock';
import { makeCellReader, READS_FOR_MS } from '../formulas/column-formulas';
import { findProblems, isProblem } from '../retry/find-problems';
import { readGridSheets } from '../grid-sheets';
import { isYes } from '../is-yes';
import { priceRestore } from '../messages/spending-messages';
import { trySheet } from '../try-sheet';
import { appendList, clearLines, readList } from './list-sheet';
import { putFormulas } from './put-formulas';
import { putValues } from './put-values';
import { readCells, type ReadSheet } from './read-cells';

/** Part of the six minutes that Google gives a script. */
const STOPS_AFTER_MS = 240_000;

/** Freezes and restores for the panel. @param what from the page */
export function freezeFromPanel(what: unknown): BulkMessages['bulkFreeze']['value'] {
  if (what === 'selection' || what === 'sheet' || what === 'file') return freezeCells(what);
  return (what === 'restore' ? restoreFormulas() : what === 'reconnect' ? reconnectFormulas() : null) ?? '';
}

/** Turns Trace formulas into the values that they show. Returns what it did, in words. */
export function freezeCells(what: FreezeWhat): string {
  const active = String(SpreadsheetApp.getActiveSheet().getSheetId());
  const areas = what === 'selection' ? readAreas() : null;
  const isAsked = (row: number, column: number): boolean => areas === null || isAmong(areas, row, column);
  const toScope = (sheet: SheetCells): FreezeScope => {
    // Google does not report which cells a formula fills, so its own cell decides.
    const problems = findProblems(
      sheet.formulas,
      sheet.values,
      (value, isOwn, formula) => isOwn && isProblem(value, isOwn, formula),
    );
    const shown = new Set(problems.map(({ row, column }) => `${row} ${column}`));
    return { sheet, isAsked, isProblem: (row, column) => shown.has(`${row} ${column}`) };
  };
  return alone((ports) => {
    const task = freeze((sheets) => sheets.filter(({ id }) => what === 'file' || id === active).map(toScope));
    return toFrozenText(runSync(task, ports));
  });
}

/**
 * Restores listed formulas, and asks first if that may fetch something. The approval is valid only for what the
 * question covered. Returns what it did, in words; `null`: the user declined.
 */
export function restoreFormulas(): string | null {
  return askUntilAgreed(
    (ports) => runSync(restore<RestoreTerms>(), ports),
    (terms, isAgain) => isYes('Restore formulas', `${toRestoreText(terms, isAgain)}\nRestore now?`),
  );
}

/**
 * Enters Trace formulas again that came from another program, such as Excel, and asks first if that may fetch something.
 * Returns what it did, in words; `null`: the user declined.
 */
export function reconnectFormulas(): string | null {
  return askUntilAgreed(
    (ports) => runSync(reconnect<RestoreTerms>('sheets'), ports),
    (terms, isAgain) => isYes('Reconnect formulas', `${toReconnectText(terms, isAgain)}\nReconnect now?`),
  );
}

/** Counts the formulas that {@link reconnectFormulas} is for. */
export function countDisconnected(): DisconnectedFormulas {
  const toValue = makeValueReader();
  return trySheet(() =>
    findDisconnected(
      readGridSheets().map((sheet) => readCells(sheet, toValue)),
      'sheets',
    ),
  );
}

function askUntilAgreed(
  act: (ports: Ports & ReconnectPorts<RestoreTerms>) => string | RestoreTerms,
  isAgreed: (terms: RestoreTerms, isAgain: boolean) => boolean,
): string | null {
  let agreed: RestoreTerms | null = null;
  for (;;) {
    const toAgree: ReconnectPorts<RestoreTerms>['toAgree'] = (asked) =>
      toRestoreTerms(asked.enter, priceEntered(asked), agreed);
    const done: string | RestoreTerms = alone((ports) => act({ ...ports, toAgree }));
    if (typeof done === 'string') return done;
    if (!isAgreed(done, agreed !== null)) return null;
    agreed = done;
  }
}

type Ports = FreezePorts & Omit<RestorePorts, 'toAgree'>;

function priceEntered({ enter: formulas, sheets }: Asked<ReconnectPorts, 'toAgree'>): WaitingStatus | null {
  const read = makeCellReader(SpreadsheetApp.getActiveSheet(), [], Date.now() + READS_FOR_MS);
  return priceRestore(() => toCalculated(formulas, sheets, (name) => read({ name })));
}

/** Holds the file's lock, so that no other run of Trace changes anything meanwhile. */
function alone<T>(act: (ports: Ports) => T): T {
  return underLock(() => trySheet(() => act(makePorts())));
}

function makePorts(): Ports {
  const startMs = Date.now();
  const known = new Map<string, ReadSheet>();
  const toValue = makeValueReader();
  return {
    cells: () =>
      readGridSheets().map((sheet) => {
        const read = readCells(sheet, toValue);
        known.set(read.id, read);
        return read;
      }),
    putValues: ({ sheet, cells }) => putValues(known.get(sheet)!, cells, () => Date.now() - startMs > STOPS_AFTER_MS),
    putFormulas: ({ sheet, cells }) => putFormulas(known.get(sheet)!, cells),
    readList,
    appendList: ({ lines }) => appendList(lines),
    clearLines: ({ lines }) => clearLines(lines),
    now: () => Date.now(),
  };
}

function readAreas(): ReturnType<typeof toBounds>[] {
  return (SpreadsheetApp.getActive().getActiveRangeList()?.getRanges() ?? []).map(toBounds);
}

/**
 * The door to what a host implements, types only: the ports of each layer, and the values that pass through them.
 *
 * A task is typed by the ports that it uses (`shared/task.ts`), so a host that lacks one does not compile.
 */
export type { Asked, Async } from './task';
export type { Exchange, HttpRequest, NoResponse } from './client/exchange';
export type { ClientPorts } from './client/ports';
export type { KeyStatus, KeyStore, StoredKey } from './client/key';
export type { WireRequest } from './client/request';
export type { Account } from './records/account';
export type { RecordsPorts, CreditsPorts, FetchPorts } from './lookup/ports';
export type { Grant, Ledger, SpendRequest } from './credits/ledger';
export type { LedgerOwner, LedgerStore, LedgerText } from './credits/ledger-store';
export type { FetchLimits } from './lookup/fetch-records';
export type { OnCancel } from './lookup/lookup-batcher';
export type { RestoreTerms } from './functions/prices/restore-terms';
export type { ColumnFormulas, ColumnPorts, FormulaPorts, KnownFormula } from './functions/ports';
export type { ActionPorts } from './actions/ports';
export type { CorePorts } from './enrich/core-ports';
export type { GridCell, GridValue } from './enrich/sheet/cell-values';
export type { Looks, LooksPort } from './enrich/sheet/looks';
export type { SheetTable, TablesPort } from './enrich/sheet/tables';
export type { ColumnAnchors, FoundMark } from './enrich/sheet/column-anchors';
export type {
  GridBlock,
  ColumnRead,
  GridReading,
  GridWriting,
  HostPorts,
  OwnPort,
  RecordPort,
  RecordRow,
  RunMarks,
  SheetInfo,
  SheetPort,
  WriteResult,
} from './enrich/sheet/ports';
export type { DisconnectedFormulas } from './frozen/find-disconnected';
export type { WaitingStatus } from './credits/waiting-lookups';
export type { CellsUnderWay, TypedColumn } from './enrich/sheet/run-events';
export type { Ask, PanelAnswer, PanelMessage, PanelMessages } from './panel/protocol';
export type {
  AddedSheet,
  ColumnFormat,
  NewSheet,
  RowsBelowTitles,
  SheetChart,
  SheetLooks,
  SheetPrint,
  SheetValue,
} from './panel/added-sheet';
export type {
  ActiveCell,
  BulkHost,
  CacheSize,
  FreezeWhat,
  HostFault,
  Inserted,
  Insertion,
  ListSeparator,
  RowsFilter,
  Selection,
} from './panel/bulk-host';
export type { PanelHost } from './panel/panel-host';
export type { Explained, SelectedCell } from './panel/cell/selected-cell';

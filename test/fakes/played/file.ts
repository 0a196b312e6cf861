import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { HostPorts } from '../../../shared/enrich/sheet/ports';

/**
 * A file with one sheet in some host, as a user edits it. Rows and columns count from 0; the first row contains the
 * titles.
 */
export interface PlayedFile {
  readonly sheet: string;
  values(): readonly (readonly GridValue[])[];
  put(row: number, column: number, value: GridValue): void;
  format(row: number, column: number): void;
  /** @param order for each row, the one that moves there */
  reorder(order: readonly number[]): void;
  insertRow(at: number): void;
  deleteRow(at: number): void;
  insertColumn(at: number): void;
  deleteColumn(at: number): void;
  /** @param to its position afterwards */
  moveColumn(from: number, to: number): void;
  /** @returns the position of the copy */
  copyColumn(from: number): number;
  /** What a newly opened page asks. */
  openPage(): HostPorts;
  /** Reads the file from its store again, as after a restart. */
  close(): void;
}

/** A new file with these cells. */
export type OpenFile = (cells: readonly (readonly GridValue[])[]) => PlayedFile;

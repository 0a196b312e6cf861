import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { HostPorts } from '../../../shared/enrich/sheet/ports';

/** A file with one sheet in some host, as a person edits it. Rows and columns count from 0; the first row has the titles. */
export interface PlayedFile {
  readonly sheet: string;
  values(): readonly (readonly GridValue[])[];
  put(row: number, column: number, value: GridValue): void;
  format(row: number, column: number): void;
  /** @param order for each row, the one that comes there */
  reorder(order: readonly number[]): void;
  insertRow(at: number): void;
  deleteRow(at: number): void;
  insertColumn(at: number): void;
  deleteColumn(at: number): void;
  /** @param to where it stands afterwards */
  moveColumn(from: number, to: number): void;
  /** @returns where the copy stands */
  copyColumn(from: number): number;
  /** What a page that is opened now asks. */
  openPage(): HostPorts;
  /** The file is read from its store again, as after a restart. */
  close(): void;
}

/** A new file with these cells. */
export type OpenFile = (cells: readonly (readonly GridValue[])[]) => PlayedFile;

import type { SheetGrid } from './sheet-grid';

/** Changes that Google has not made yet: it collects them until a value is read or they are asked for. */
export interface Pending {
  add(change: () => void): void;
  flush(): void;
  /** The sheet of a range, which collects its changes here too. */
  toSheet(grid: SheetGrid): object;
}

import type { SheetGrid } from './sheet/sheet-grid';

/** Changes that Google has not applied yet: it collects them until a value is read or they are flushed. */
export interface Pending {
  add(change: () => void): void;
  flush(): void;
  /** The sheet of a range, which also collects its changes here. */
  toSheet(grid: SheetGrid): object;
}

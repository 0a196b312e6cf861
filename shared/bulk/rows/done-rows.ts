import type { NotedRow, RowRecord } from './row-record';

/**
 * How many rows of a plan name a company, and how many of those are done. It is told after each block, so it is counted as
 * rows change: blocks would otherwise take longer the more rows the run has.
 */
export class DoneRows {
  readonly rows: number;
  private done = 0;

  constructor(plan: readonly RowRecord[]) {
    const counted = plan.filter(({ namesCompany }) => namesCompany);
    this.rows = counted.length;
    this.done = counted.filter(({ isDone }) => isDone).length;
  }

  get count(): number {
    return this.done;
  }

  /** Changes a row. */
  take(row: RowRecord, now: Omit<NotedRow, 'index'>): void {
    const wasDone = row.isDone;
    row.take(now);
    if (row.namesCompany) this.done += Number(row.isDone) - Number(wasDone);
  }
}

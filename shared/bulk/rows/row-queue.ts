import { sharedTexts, type Anchor } from '../sheet/row-anchors';
import type { RowRecord } from './row-record';

/** The rows to do, in the order of the sheet when they were last searched. */
export class RowQueue {
  private readonly found: readonly RowRecord[];
  private readonly lost: readonly RowRecord[];
  private readonly shared: ReadonlySet<string>;
  private done = 0;

  /** @param outsiders rows that the run may not touch */
  constructor(rows: readonly RowRecord[], outsiders: readonly Anchor[]) {
    const open = rows.filter(({ isDone }) => !isDone);
    this.found = open.filter(({ row }) => row >= 0).sort((a, b) => a.row - b.row);
    this.lost = open.filter(({ row }) => row < 0);
    this.shared = sharedTexts([...rows, ...outsiders]);
  }

  /** The next rows; some may be done already. */
  get next(): { readonly rows: readonly RowRecord[]; readonly from: number } {
    while (this.found[this.done]?.isDone === true) this.done += 1;
    return { rows: this.found, from: this.done };
  }

  /** Those that could not be found. */
  get notFound(): readonly RowRecord[] {
    return this.lost.filter(({ isDone }) => !isDone);
  }

  /** Whether another row has the same text. */
  isShared({ text }: Anchor): boolean {
    return this.shared.has(text);
  }
}

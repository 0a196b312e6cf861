import type { ColumnAnchors, ColumnMark, FoundMark } from '../../shared/bulk/sheet/column-anchors';
import { CarriedMarks, METADATA_HABITS, type MarkHabits } from './carried-marks';

/** The marks of runs on a grid in memory. People's edits of columns are told to {@link carried}. */
export class MemoryAnchors implements ColumnAnchors {
  readonly carried: CarriedMarks<{ readonly run: string; readonly name: string }>;
  /** What the host throws where it refuses a mark; `null`: it takes them. */
  refusal: Error | null = null;
  /** How often marks were looked for. */
  finds = 0;

  constructor(habits: Partial<MarkHabits> = {}) {
    this.carried = new CarriedMarks({ ...METADATA_HABITS, ...habits });
  }

  async put(run: string, sheet: string, marks: readonly ColumnMark[]): Promise<void> {
    if (this.refusal !== null) throw this.refusal;
    await this.remove(run);
    for (const { name, column } of marks) this.carried.put(sheet, column, { run, name });
  }

  async find(run: string, names: readonly string[]): Promise<readonly FoundMark[]> {
    this.finds += 1;
    return this.carried.all.flatMap(({ sheet, column, what }) =>
      what.run === run && names.includes(what.name) && column !== null ? [{ name: what.name, sheet, column }] : [],
    );
  }

  async remove(run: string | null): Promise<void> {
    this.carried.removeWhere(({ what }) => run === null || what.run === run);
  }
}

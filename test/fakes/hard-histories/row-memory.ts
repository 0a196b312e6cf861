import type { GridValue } from '../../../shared/bulk/sheet/cell-values';
import { dressOf, type MemoryGrid } from '../memory-grid';

/** What the rows of a sheet have been: what somebody who watched all the time could say of them. */
export class RowMemory {
  /** Every input that a row has ever had, by its id. */
  readonly inputsOf = new Map<string, Set<GridValue>>();
  /** Rows that a person has made of others, with whatever stood in them. */
  readonly copies = new Set<string>();
  private readonly valuesBeside = new Map<GridValue, Set<string>>();
  private readonly dressesBeside = new Map<GridValue, Set<string>>();

  note(sheet: MemoryGrid): void {
    const rows = sheet.values();
    const header = rows.find((cells) => cells.includes('domain')) ?? [];
    const [id, input] = [header.indexOf('id'), header.indexOf('domain')];
    for (const [at, row] of rows.entries()) {
      added(this.inputsOf, String(row[id] ?? ''), row[input] ?? '');
      for (const [column, value] of row.entries()) {
        added(this.valuesBeside, row[input] ?? '', `${header[column] ?? ''} ${value}`);
        const dress = dressOf(sheet.rows[at]?.[column]);
        added(this.dressesBeside, row[input] ?? '', `${header[column] ?? ''} ${dress}`);
      }
    }
  }

  /** Whether the value has ever stood in a row with this input, below this title. */
  hasSeen(value: GridValue, input: GridValue, title: GridValue): boolean {
    return this.valuesBeside.get(input)?.has(`${title} ${value}`) === true;
  }

  /** The same for its format. */
  hasSeenDress(dress: string, input: GridValue, title: GridValue): boolean {
    return this.dressesBeside.get(input)?.has(`${title} ${dress}`) === true;
  }

  /** Whether a row is a copy, or has ever had one's input: nobody can see which of the two is the first. */
  isDoubled(id: string): boolean {
    const copied = new Set([...this.copies].flatMap((copy) => [...(this.inputsOf.get(copy) ?? [])]));
    return this.copies.has(id) || [...(this.inputsOf.get(id) ?? [])].some((input) => copied.has(input));
  }
}

function added<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key) ?? new Set<Value>();
  sets.set(key, set.add(value));
}

import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { Edit } from '../enrich-history';
import type { PlayedFile } from './file';
import type { OwnedCell, OwnedCells } from './owned-cells';
import { COMPANIES, DOMAIN, NOTE } from './table';

/** A user who edits the sheet meanwhile: the panel's own, or a colleague in the same file. */
export class Person {
  private typed = 0;
  private copies: OwnedCell[] = [];

  /** @param targets where the filled columns are */
  constructor(
    private readonly file: PlayedFile,
    private readonly owned: OwnedCells,
    private readonly targets: () => readonly number[],
  ) {}

  edit({ does, place, other }: Edit): void {
    const { file, owned } = this;
    const body = file.values().length - 1;
    if (body < 1) return;
    const row = 1 + (place % body);
    const input = this.columnOf(DOMAIN);
    const columns = this.targets();
    const target = columns[other % Math.max(1, columns.length)];
    const width = 4;
    switch (does) {
      case 'sortRows':
      case 'sortSomeRows': {
        const key = [input, this.columnOf(NOTE), target ?? input][other % 3]!;
        return this.sort(does === 'sortRows' ? 1 : row, key, place % 2 === 1);
      }
      case 'sortInputs':
        return this.sortOnly(input);
      case 'insertRow':
        file.insertRow(row);
        owned.insertRow(row);
        return this.put(row, input, COMPANIES[other % COMPANIES.length]!);
      case 'deleteRow':
        file.deleteRow(row);
        return owned.deleteRow(row);
      case 'duplicateRow':
        return this.duplicate(row);
      case 'typeAnswer':
        return target === undefined ? undefined : this.put(row, target, this.type('typed'));
      case 'clearAnswer':
        return target === undefined ? undefined : this.put(row, target, '');
      case 'typeInput':
        return this.put(row, input, COMPANIES[other % COMPANIES.length]!);
      case 'copyInput':
        return this.put(row, input, file.values()[1 + (other % body)]?.[input] ?? '');
      case 'clearInput':
        return this.put(row, input, '');
      case 'typeNote':
        return this.put(row, this.columnOf(NOTE), this.type('note'));
      case 'insertColumn':
        file.insertColumn(other % width);
        return owned.insertColumn(other % width);
      case 'moveColumn':
        if (place % width === other % width) return;
        file.moveColumn(other % width, place % width);
        return owned.moveColumn(other % width, place % width);
      case 'copyColumn':
        return target === undefined ? undefined : this.copy(target);
      case 'renameTitle':
        return target === undefined ? undefined : this.put(0, target, this.type('title'));
      case 'formatAnswer':
        return target === undefined ? undefined : file.format(row, target);
      default:
        return;
    }
  }

  /** Deletes copied columns, as the panel asks the user to. */
  deleteCopies(): void {
    for (const copy of this.copies.splice(0)) {
      const at = this.owned.columnOf(copy);
      if (at < 0) continue;
      this.file.deleteColumn(at);
      this.owned.deleteColumn(at);
    }
  }

  columnOf(title: string): number {
    return this.file.values()[0]!.indexOf(title);
  }

  private sort(from: number, key: number, isReversed: boolean): void {
    const values = this.file.values();
    const rows = Array.from({ length: values.length - from }, (_row, at) => from + at);
    const textOf = (row: number): string => String(values[row]![key] ?? '');
    rows.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    if (isReversed) rows.reverse();
    const order = [...Array.from({ length: from }, (_row, at) => at), ...rows];
    this.file.reorder(order);
    this.owned.reorder(order);
  }

  /** Sorts one column alone, so that its cells are beside other rows. */
  private sortOnly(column: number): void {
    const values = this.file.values();
    const rows = values.slice(1).map((row, at) => ({ value: row[column] ?? '', owned: this.owned.at(at + 1, column) }));
    rows.sort((a, b) => (String(a.value) < String(b.value) ? 1 : -1));
    for (const [at, { value, owned }] of rows.entries()) {
      this.file.put(at + 1, column, value);
      this.owned.put(at + 1, column, owned);
    }
  }

  private duplicate(row: number): void {
    this.file.insertRow(row);
    this.owned.insertRow(row);
    for (const [column, value] of (this.file.values()[row + 1] ?? []).entries()) {
      this.file.put(row, column, value);
      this.owned.put(row, column, { ...this.owned.at(row + 1, column) });
    }
  }

  private copy(column: number): void {
    const rows = this.file.values().length;
    const to = this.file.copyColumn(column);
    this.owned.insertColumn(to);
    const from = column < to ? column : column + 1;
    for (let row = 0; row < rows; row += 1) this.owned.put(row, to, { ...this.owned.at(row, from) });
    this.copies.push(this.owned.at(0, to));
  }

  private put(row: number, column: number, value: GridValue): void {
    this.file.put(row, column, value);
    this.owned.at(row, column).value = value;
  }

  private type(what: string): string {
    this.typed += 1;
    return `${what} ${this.typed}`;
  }
}

import { exchange } from '../../../excel-addin/functions/network';
import type {
  ActiveCell,
  BulkHost,
  GridValue,
  HostFault,
  Inserted,
  AddedSheet,
  Insertion,
  RowsBelowTitles,
  Selection,
  NewSheet,
} from '../../../shared/ports';
import { valueOf } from '../../../shared/runs';
import { toWireRequest, TraceError } from '../../../shared/formulas';
import type { AsyncPerformers } from '../../../shared/enrich/core-ports';
import { watched } from '../watched-ports';
import { MemoryGrid } from '../memory-grid';
import { json, MemoryHost } from '../memory-host';

const SHEET = 'sheet-1';

/** A host for the page that fills columns: its sheet is in memory, its requests are real. */
export class MemoryBulkHost implements BulkHost {
  readonly grid: MemoryGrid;
  readonly shown: string[] = [];
  readonly newSheets: NewSheet[] = [];
  selected: Selection | 'object' | null;
  presets = '';
  isRemoved = false;
  readonly recordNote = 'The record is kept in memory.';
  readonly removalNotes = ['Removes what is in memory.'];
  readonly hasEarlierStores = async (): Promise<boolean> => false;
  readonly ports: BulkHost['ports'];
  private readonly listeners = new Set<() => void>();
  private answersAfterMs = 0;
  /** Whether the client's waits, as between two attempts, pass at once. Its clock is then ahead. */
  skipsWaits = false;
  private skippedMs = 0;
  private readonly held = new Set<() => void>();
  private readonly memory = new MemoryHost(() => json(500, {}));

  constructor(values: readonly (readonly GridValue[])[], origin: string, apiKey: string) {
    this.grid = new MemoryGrid(values);
    this.selected = this.area(0, values.length, 0, 1);
    const client: AsyncPerformers = {
      ...this.memory.performers,
      http: ({ requests }) => Promise.all(requests.map((request) => exchange(toWireRequest(request, origin, apiKey)))),
      now: () => Date.now() + this.skippedMs,
      random: Math.random,
      sleep: ({ delayMs }) => this.sleep(delayMs),
    };
    this.ports = {
      ...watched(this.grid.portsWith(client), async (_asked, act) => {
        if (this.answersAfterMs > 0) await this.hold();
        return act();
      }),
      client,
    };
  }

  /** How long each answer of the sheet takes. Setting it again releases held answers. */
  set delayMs(ms: number) {
    this.answersAfterMs = ms;
    for (const release of this.held) release();
    this.held.clear();
  }

  private sleep(delayMs: number): Promise<void> {
    const skippedMs = this.skipsWaits ? delayMs : 0;
    this.skippedMs += skippedMs;
    return new Promise((resolve) => setTimeout(resolve, delayMs - skippedMs));
  }

  private hold(): Promise<void> {
    return new Promise((resolve) => {
      this.held.add(resolve);
      setTimeout(() => {
        this.held.delete(resolve);
        resolve();
      }, this.answersAfterMs);
    });
  }

  area(row: number, rows: number, column: number, columns: number): Selection {
    return { sheet: SHEET, sheetName: this.grid.name, row, rows, column, columns };
  }

  select(selection: Selection | 'object' | null): void {
    this.selected = selection;
    for (const listener of this.listeners) listener();
  }

  selection = async (): Promise<Selection | 'object' | null> => this.selected;

  onSelection = (callback: () => void): (() => void) => {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  };

  async showCells(sheet: string, column: number, rows: readonly number[]): Promise<void> {
    this.shown.push(`${sheet} ${rows.join()} ${column}`);
  }

  async showRecord(): Promise<boolean> {
    this.shown.push('record');
    return this.grid.record !== null;
  }

  async addSheet(added: NewSheet): Promise<AddedSheet> {
    if (this.grid.isFull) throw new TraceError('sheetFull', {});
    this.newSheets.push(added);
    const sheet = `added-${this.newSheets.length}`;
    const grid = new MemoryGrid(
      added.rows.map((row) => row.map((value) => (typeof value === 'object' ? value.day : value))),
    );
    grid.name = added.title;
    this.grid.added.set(sheet, grid);
    // As in every host, the new sheet is the one that is seen.
    this.select({ sheet, sheetName: grid.name, row: 0, rows: 1, column: 0, columns: 1 });
    return { sheet, name: added.title, withoutChart: 'There is no chart: this grid draws none.' };
  }

  async insertBelowTitles({ title, titles, rows }: RowsBelowTitles): Promise<string | null> {
    const at = this.newSheets.findIndex((each) => each.title === title && each.rows[0]?.join() === titles.join());
    const known = this.newSheets[at];
    if (known === undefined) return null;
    this.newSheets[at] = { ...known, rows: [titles, ...rows, ...known.rows.slice(1)] };
    return title;
  }

  answeredCompanies = async (): Promise<readonly string[]> =>
    [...this.memory.cache.keys()].flatMap((key) => (key.includes('|company|') ? [key.split('|').pop()!] : []));

  readonly answeredNote = 'These are the companies in memory.';
  lookedMs: number | null = 0;
  readLookedMs = async (): Promise<number | null> => this.lookedMs;

  async writeLookedMs(ms: number): Promise<void> {
    this.lookedMs = ms;
  }

  async activeCell(): Promise<ActiveCell | 'object'> {
    if (this.selected === 'object' || this.selected === null) return 'object';
    const { sheet, sheetName, row, column } = this.selected;
    const { value, formula } = this.grid.sheetOf(sheet).at(row, column);
    return { sheet, sheetName, row, column, value, formula: formula === true ? String(value) : '' };
  }

  faults: readonly HostFault[] = [];
  findFaults = async () => this.faults;

  listSeparator = async () => ',' as const;

  async replaceCell(
    { sheet, row, column }: Parameters<BulkHost['replaceCell']>[0],
    from: string,
    to: string,
  ): Promise<boolean> {
    const block = await this.ports.sheet.read({ sheet, row, rows: 1, columns: [column], withFormats: false });
    if (String(block.columns[0]?.values[0] ?? '') !== from) return false;
    this.grid.at(row, column).value = to;
    return true;
  }

  async insertAt({ sheet, row, column, rows, columns, content }: Insertion): Promise<Inserted> {
    const grid = this.grid.sheetOf(sheet);
    const places = Array.from({ length: rows * columns }, (_cell, at) => ({
      row: row + Math.floor(at / columns),
      column: column + (at % columns),
    }));
    const filled = places.filter((place) => grid.at(place.row, place.column).value !== '');
    const [first] = filled;
    if (first !== undefined) {
      const { value } = grid.at(first.row, first.column);
      return { is: 'inTheWay', ...first, value, cells: filled.length };
    }
    if ('formula' in content) Object.assign(grid.at(row, column), { value: content.formula, formula: true });
    else {
      content.cells.forEach((line, down) =>
        line.forEach((cell, right) => (grid.at(row + down, column + right).value = valueOf(cell))),
      );
    }
    return { is: 'done' };
  }

  readPresets = async (): Promise<string> => this.presets;

  async writePresets(text: string): Promise<void> {
    this.presets = text;
  }

  readonly notesNote = 'Kept in memory.';
  notes = '';
  readNotes = async (): Promise<string> => this.notes;

  async writeNotes(text: string): Promise<void> {
    this.notes = text;
  }

  cacheSize = async () => ({
    // The account is stored beside the answers.
    answers: [...this.memory.cache.keys()].filter((key) => !key.includes('|!')).length,
    characters: [...this.memory.cache.values()].reduce((sum, text) => sum + text.length, 0),
  });

  async clearCache(): Promise<void> {
    this.memory.cache.clear();
  }

  async removeTrace(): Promise<void> {
    this.grid.record = null;
    await this.grid.anchors.remove(null);
    await this.clearCache();
    this.isRemoved = true;
  }
}

import { checkMayFormat } from './excel-entry';
import type { RangeOfParts } from './excel-links';
import { told } from './office-error';
import type { GridLooks } from '../grid/grid-workbook';

const PATHS: Readonly<Record<string, keyof GridLooks>> = {
  'format/font/bold': 'isBold',
  'format/font/color': 'color',
  'format/fill/color': 'fill',
  'format/font/size': 'size',
  'format/horizontalAlignment': 'horizontal',
  'format/verticalAlignment': 'vertical',
  'format/columnWidth': 'width',
};

/** The properties of the format. */
export const FORMAT_PATHS: readonly string[] = Object.keys(PATHS);

/** Stands in for the format of cells, which is read for one cell only: https://learn.microsoft.com/javascript/api/excel/excel.rangeformat. */
export class ExcelFormat {
  private known: Partial<GridLooks> = {};
  readonly font: { bold: boolean; color: string; size: number };
  readonly fill: { color: string; clear(): void };

  constructor(private readonly range: RangeOfParts) {
    const of = <N extends keyof GridLooks>(name: N): GridLooks[N] => told(name, this.known[name]) as GridLooks[N];
    const set = (change: Partial<GridLooks>): void => this.change(change);
    this.font = {
      get bold() {
        return of('isBold');
      },
      set bold(isBold: boolean) {
        set({ isBold });
      },
      get color() {
        return of('color');
      },
      set color(color: string) {
        set({ color });
      },
      get size() {
        return of('size');
      },
      set size(size: number) {
        set({ size });
      },
    };
    this.fill = {
      get color() {
        return of('fill') || '#FFFFFF';
      },
      set color(fill: string) {
        set({ fill });
      },
      clear: () => set({ fill: '' }),
    };
  }

  /** Immediately, since it runs within a sync. */
  read(paths: readonly string[]): void {
    const { row, column, sheet } = this.cell();
    const looks = sheet.readLooks(row, column);
    for (const path of paths) this.known = { ...this.known, [PATHS[path]!]: looks[PATHS[path]!] };
  }

  get horizontalAlignment(): string {
    return told('horizontalAlignment', this.known.horizontal);
  }

  set horizontalAlignment(horizontal: string) {
    this.change({ horizontal });
  }

  get verticalAlignment(): string {
    return told('verticalAlignment', this.known.vertical);
  }

  set verticalAlignment(vertical: string) {
    this.change({ vertical });
  }

  get columnWidth(): number {
    return told('columnWidth', this.known.width);
  }

  set columnWidth(width: number) {
    this.change({ width });
  }

  private change(looks: Partial<GridLooks>): void {
    this.range.batch.add(() => {
      const { area, sheet } = this.range.present();
      checkMayFormat(sheet);
      for (let row = area.row; row < area.row + area.rowCount; row += 1) {
        for (let column = area.column; column < area.column + area.columnCount; column += 1) {
          sheet.writeLooks(row, column, looks);
        }
      }
    });
  }

  private cell() {
    const { area, sheet } = this.range.present();
    if (area.rowCount * area.columnCount !== 1) throw new Error('The stand-in of Excel knows the format of one cell.');
    return { row: area.row, column: area.column, sheet };
  }
}

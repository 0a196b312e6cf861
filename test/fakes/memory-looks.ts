import type { Looks, LooksChange, LooksPort } from '../../shared/enrich/sheet/looks';

const PLAIN: readonly string[] = ['normal', '#000000', '#ffffff'];
export const PLAIN_LOOKS: Looks = { style: PLAIN, width: 100 };
const WIDTH_OF_CHARACTER = 10;

/** The styles of an in-memory sheet's cells and columns. */
export class MemoryLooks {
  isRefusing = false;
  private readonly styles = new Map<string, readonly string[]>();
  private readonly widths = new Map<number, number>();

  constructor(private readonly titleAt: (row: number, column: number) => unknown) {}

  at(row: number, column: number): Looks {
    return { style: this.styles.get(`${row}:${column}`) ?? PLAIN, width: this.widths.get(column) ?? PLAIN_LOOKS.width };
  }

  set(row: number, column: number, { style, width }: Looks): void {
    this.styles.set(`${row}:${column}`, style);
    this.widths.set(column, width);
  }

  readonly port: LooksPort = {
    plain: PLAIN,
    widthOf: (characters) => characters * WIDTH_OF_CHARACTER,
    read: async (_sheet, row, columns) => {
      this.check();
      return columns.map((column) => this.at(row, column));
    },
    change: async (_sheet, row, changes) => {
      this.check();
      for (const change of changes) if (this.titleAt(row, change.column) === change.title) this.dress(row, change);
    },
  };

  private dress(row: number, { column, style, width }: LooksChange): void {
    const was = this.at(row, column);
    const words = was.style.map((word, at) => style[at] || word);
    this.set(row, column, { style: words, width: width || was.width });
  }

  private check(): void {
    if (this.isRefusing) throw new Error('This host does not change how cells look.');
  }
}

import { columnName } from '../cells/column-name';
import { textStart } from '../text-start';

/** A sheet as a recipe makes it. Rows and columns count from 0. */
export interface MadeSheet {
  /** The name of the sheet, of at most 31 characters. */
  readonly title: string;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly formulas: readonly (readonly [row: number, column: number, formula: string])[];
  /** Rows that hold titles. */
  readonly titleRows: readonly number[];
  /** Titles that are above numbers. */
  readonly numbers: readonly string[];
  /** Cells in which everything that is typed stays text. */
  readonly textCells: readonly { readonly row: number; readonly column: number }[];
  /** Widths of its columns, in characters. */
  readonly widths: readonly number[];
  readonly formats: readonly { readonly column: number; readonly format: string }[];
}

/** Where the parts of a sheet are, as formulas name them. */
interface Places {
  /** The answer in a row of settings, from 0, such as `$B$3`. */
  readonly setting: (at: number) => string;
  /** The row of titles, and the rows below it, counted from 1. */
  readonly titleRow: number;
  readonly first: number;
  readonly last: number;
  /** The rows below the titles in a column, such as `$A$6:$A$55`. */
  readonly column: (letter: string) => string;
  /** All of these rows, each counted from 1. */
  readonly rows: readonly number[];
}

/** What is in a sheet, before its cells have places. */
export interface SheetPlan {
  /** The heading of the sheet. */
  readonly title: string;
  /** Labels with what can be changed beside them. */
  readonly settings?: readonly (readonly [label: string, ...values: (string | number)[]])[];
  /** Rows of settings that are titles, from 0. */
  readonly settingTitles?: readonly number[];
  /** Rows of settings, from 0, whose value stays text: formulas join it to their options. */
  readonly textSettings?: readonly number[];
  readonly titles: readonly string[];
  /** Titles, also of settings, that are above numbers; absent: none. */
  readonly numbers?: readonly string[];
  /** The first cells of the rows below the titles. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Blank rows that formulas read too, so that people can add inputs. */
  readonly spare?: number;
  readonly formulas: (places: Places) => readonly (readonly [cell: string, formula: string])[];
  readonly widths: readonly number[];
  readonly formats?: MadeSheet['formats'];
}

const LONGEST_NAME = 31;
const HEADING_ROWS = 2;
/** Room for inputs that people add later. */
const SPARE_ROWS = 50;

/** Lays out a heading, what to change, the settings, and a table with formulas. */
export function layOut(plan: SheetPlan, changes: readonly string[]): MadeSheet {
  const {
    title,
    settings = [],
    settingTitles = [],
    textSettings = [],
    titles,
    rows,
    spare = SPARE_ROWS,
    widths,
  } = plan;
  const gap = settings.length > 0 ? 1 : 0;
  const titleRow = HEADING_ROWS + settings.length + gap + 1;
  const first = titleRow + 1;
  const last = titleRow + Math.max(1, rows.length) + spare;
  const places: Places = {
    setting: (at) => `$B$${HEADING_ROWS + at + 1}`,
    titleRow,
    first,
    last,
    column: (letter) => `$${letter}$${first}:$${letter}$${last}`,
    rows: Array.from({ length: last - titleRow }, (_row, at) => first + at),
  };
  return {
    title: toName(title),
    rows: [[title], [changes.join(' ')], ...settings, ...(gap === 0 ? [] : [['']]), titles, ...rows],
    formulas: plan.formulas(places).map(([cell, formula]) => [...toPlace(cell), formula] as const),
    titleRows: [0, ...settingTitles.map((at) => HEADING_ROWS + at), titleRow - 1],
    numbers: plan.numbers ?? [],
    textCells: textSettings.map((at) => ({ row: HEADING_ROWS + at, column: 1 })),
    widths,
    formats: plan.formats ?? [],
  };
}

/** Cut between words, where it has several. */
function toName(title: string): string {
  const start = textStart(title, LONGEST_NAME);
  return start === title ? title : start.replace(/,?\s+\S*$/, '');
}

/** Letters of the columns from one on, such as `D` and `E`. */
export function columnsFrom(letter: string, count: number): readonly string[] {
  const [, column] = toPlace(`${letter}1`);
  return Array.from({ length: count }, (_column, at) => columnName(column + at));
}

function toPlace(cell: string): readonly [row: number, column: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(row) - 1, column];
}

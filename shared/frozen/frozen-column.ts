import type { Corner, Reference } from './reference';
import type { Template } from './template';

/** Names columns of the formula's own sheet by their marks. */
export type KeptTemplate = Template<string>;

/** A frozen formula, and what identifies its row. */
export interface Piece {
  /** The index of its template in the column. */
  readonly template: number;
  /** How many cells it filled. */
  readonly rows: number;
  readonly columns: number;
  /** Digests of the cells that it refers to, of its first value, of all its values, and of the rest of its row. */
  readonly inputs: string;
  readonly first: string;
  readonly values: string;
  readonly besides: string;
  /** A text of the row by which people recognize it. */
  readonly label: string;
  /** Whether the formula came back. It stays here, since Ctrl+Z in the sheet may restore the value. */
  readonly isThawed: boolean;
}

/** The frozen formulas of one column. */
export interface FrozenColumn {
  /** The mark of the column, which moves with it. */
  readonly mark: string;
  /** Where it was, for people, such as `Leads!C`. */
  readonly place: string;
  readonly templates: readonly KeptTemplate[];
  readonly pieces: readonly Piece[];
}

/** A cell holds 50,000 characters: https://support.google.com/drive/answer/37603. */
const TEXT_LENGTH = 40_000;
/** The longest formula in Google Sheets. Excel allows fewer characters. */
const FORMULA_LENGTH = 50_000;
const MARK = /^[0-9a-f]{8}$/;
/** No Google spreadsheet has as many cells, and no sheet in Excel as many rows: https://support.google.com/drive/answer/37603. */
const MOST_CELLS = 20_000_000;
const MOST_COLUMNS = 18_278;
/** People read no more of it. */
const PLACE_LENGTH = 120;
export const LABEL_LENGTH = 40;

/** Whether a value is a mark of a column: 8 hexadecimal digits. */
export function isMark(mark: unknown): mark is string {
  return typeof mark === 'string' && MARK.test(mark);
}

/**
 * Adds formulas to those that are frozen already. A formula that is frozen again replaces its thawed piece.
 */
export function addFrozen(kept: readonly FrozenColumn[], more: readonly FrozenColumn[]): readonly FrozenColumn[] {
  return join(kept, more, (before, added) => {
    const again = new Map<string, number>();
    for (const piece of added) again.set(keyOf(piece), (again.get(keyOf(piece)) ?? 0) + 1);
    return before.filter((piece) => {
      const times = again.get(keyOf(piece)) ?? 0;
      if (!piece.isThawed || times === 0) return true;
      again.set(keyOf(piece), times - 1);
      return false;
    });
  });
}

function keyOf({ template, inputs }: Piece): string {
  return `${template} ${inputs}`;
}

/** @param stays whether a piece of a column stays beside the added ones */
function join(
  kept: readonly FrozenColumn[],
  more: readonly FrozenColumn[],
  stays: (before: readonly Piece[], added: readonly Piece[]) => readonly Piece[] = (before) => before,
): readonly FrozenColumn[] {
  const columns = new Map(kept.map((column) => [column.mark, column]));
  for (const { mark, place, templates, pieces } of more) {
    const before = columns.get(mark);
    const all = [...(before?.templates ?? [])];
    const places = new Map(all.map((template, at) => [JSON.stringify(template), at]));
    const added = pieces.map((piece) => {
      const template = templates[piece.template]!;
      const text = JSON.stringify(template);
      const at = places.get(text) ?? all.push(template) - 1;
      places.set(text, at);
      return { ...piece, template: at };
    });
    columns.set(mark, { mark, place, templates: all, pieces: [...stays(before?.pieces ?? [], added), ...added] });
  }
  return [...columns.values()];
}

/**
 * Texts for cells of a sheet, or for a setting in Excel: JSON of `{v: 1, mark, place, templates, pieces}`, each with some
 * pieces of one column.
 */
export function toTexts(columns: readonly FrozenColumn[]): readonly string[] {
  return columns.flatMap(({ mark, place, templates, pieces }) => {
    const texts: string[] = [];
    let used = new Map<number, number>();
    let lines: string[] = [];
    let length = 0;
    const end = (): void => {
      if (lines.length === 0) return;
      const kept = JSON.stringify([...used.keys()].map((at) => templates[at]));
      const head = JSON.stringify({ v: 1, mark, place }).slice(0, -1);
      texts.push(`${head},"templates":${kept},"pieces":[${lines.join()}]}`);
      [used, lines, length] = [new Map(), [], 0];
    };
    for (const piece of pieces) {
      const templateLength = JSON.stringify(templates[piece.template]).length + 1;
      if (length + templateLength + 200 > TEXT_LENGTH) end();
      if (!used.has(piece.template)) {
        used.set(piece.template, used.size);
        length += templateLength;
      }
      const { rows, columns: width, inputs, first, values, besides, label, isThawed } = piece;
      const at = used.get(piece.template)!;
      lines.push(JSON.stringify([at, rows, width, inputs, first, values, besides, label, isThawed ? 1 : 0]));
      length += lines[lines.length - 1]!.length + 1;
    }
    end();
    return texts;
  });
}

/** Reads {@link toTexts}. Texts of another shape are left out: anyone who may edit the file can write them. */
export function readTexts(texts: readonly string[]): readonly FrozenColumn[] {
  return join([], texts.flatMap(readText));
}

function readText(text: string): readonly FrozenColumn[] {
  try {
    const { v, mark, place, templates, pieces } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (v !== 1 || !isMark(mark) || typeof place !== 'string') return [];
    if (!Array.isArray(templates) || !templates.every(isTemplate) || !Array.isArray(pieces)) return [];
    const read = pieces.flatMap((piece) => readPiece(piece, templates.length));
    return [{ mark, place: toLine(place, PLACE_LENGTH), templates, pieces: read }];
  } catch {
    return [];
  }
}

function readPiece(given: unknown, templates: number): readonly Piece[] {
  if (!Array.isArray(given)) return [];
  const [template, rows, columns, inputs, first, values, besides, label, isThawed] = given as readonly unknown[];
  const areCounts = [template, rows, columns].every((number) => Number.isInteger(number) && (number as number) >= 0);
  const areTexts = [inputs, first, values, besides, label].every((one) => typeof one === 'string');
  const cells = (rows as number) * (columns as number);
  if (!areCounts || !areTexts || (template as number) >= templates || cells === 0 || cells > MOST_CELLS) return [];
  const shown = toLine(label as string, LABEL_LENGTH);
  return [{ template, rows, columns, inputs, first, values, besides, label: shown, isThawed: isThawed === 1 } as Piece];
}

function toLine(text: string, length: number): string {
  return text.replace(/\s+/g, ' ').slice(0, length);
}

function isTemplate(given: unknown): given is KeptTemplate {
  const { parts, references } = (given ?? {}) as Readonly<Record<string, unknown>>;
  return (
    Array.isArray(parts) &&
    parts.every((part) => typeof part === 'string') &&
    Array.isArray(references) &&
    references.length === parts.length - 1 &&
    parts.join('A1').length <= FORMULA_LENGTH &&
    references.every(isReference)
  );
}

function isReference(given: unknown): given is Reference<string> {
  if (!Array.isArray(given)) return false;
  const [sheet, first, last, link] = given as readonly unknown[];
  const isNamed = typeof sheet === 'string' && sheet !== '';
  if (link !== undefined && typeof link !== 'string') return false;
  return typeof sheet === 'string' && isCorner(first, isNamed) && (last === null || isCorner(last, isNamed));
}

function isCorner(given: unknown, isNamed: boolean): given is Corner<string> {
  if (!Array.isArray(given)) return false;
  const [column, columnSign, row, rowSign] = given as readonly unknown[];
  const isColumn = isNamed ? isNumber(column, 0, MOST_COLUMNS) : isMark(column);
  return isColumn && isSign(columnSign) && isSign(rowSign) && (row === null || isNumber(row, -MOST_CELLS, MOST_CELLS));
}

function isNumber(given: unknown, least: number, most: number): boolean {
  return Number.isInteger(given) && (given as number) >= least && (given as number) < most;
}

function isSign(sign: unknown): boolean {
  return sign === '' || sign === '$';
}

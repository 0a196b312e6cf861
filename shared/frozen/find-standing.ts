import { callsTrace } from '../cells/formulas';
import type { KeptTemplate, Piece } from './frozen-column';
import type { Around } from './inputs';
import type { ReadInputs } from './match-places';
import { columnsOf, mapColumns, readTemplate } from './template';

/** The pieces that have their formula in the column already. Each cell counts for one piece. @param column from 0 */
export function findStanding(
  pieces: readonly Piece[],
  templates: readonly KeptTemplate[],
  column: number,
  around: Around<string>,
  inputsAt: readonly ReadInputs[],
): readonly number[] {
  const waiting = new Map<string, number[]>();
  pieces.forEach(({ template, inputs }, at) => {
    const key = `${template} ${inputs}`;
    const known = waiting.get(key) ?? [];
    known.push(at);
    waiting.set(key, known);
  });
  const { links, formulas } = around.own;
  const places = new Map(templates.map((template, at) => [JSON.stringify(template, links?.toKind), at]));
  const marks = new Map(
    templates.flatMap((template) => columnsOf(template).map((mark) => [placeOf(mark, around), mark] as const)),
  );
  return formulas.flatMap((line, row) => {
    const formula = line[column] ?? '';
    const read = callsTrace(formula) ? readTemplate(formula, row, column, links) : null;
    const toMark = (each: number, sheet: string): string | number => marks.get(`${sheet} ${each}`) ?? each;
    const at = read && places.get(JSON.stringify(mapColumns<number, string>(read, toMark), links?.toKind));
    const piece = at === null || at === undefined ? undefined : waiting.get(`${at} ${inputsAt[at]!(row)}`)?.shift();
    return piece === undefined ? [] : [piece];
  });
}

/** The place of a mark, as a reference names it. */
function placeOf(mark: string | number, { columnOf, elsewhere }: Around<string>): string {
  const own = columnOf(mark);
  return own === null ? (elsewhere?.(mark) ?? ['', '']).join(' ') : ` ${own}`;
}

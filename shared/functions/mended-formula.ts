import type { FunctionSpec, ParamSpec } from '../catalogue/types';

/**
 * The text for each kind of argument. Without one, an example is used, or the argument is left out where it is
 * optional.
 */
type GivenTexts = Readonly<Partial<Record<ParamSpec['takes'], string>>>;

/** A formula that can be typed, such as `=TRACE_TECH(A2,,"top=5")`, for the sentence about one that is wrong. */
export function toMendedFormula({ id, params }: Pick<FunctionSpec, 'id' | 'params'>, given: GivenTexts = {}): string {
  const texts = params.map(({ takes, optional, example }) => given[takes] ?? (optional ? '' : toOneCell(example)));
  return `=${id}(${texts.join(',').replace(/,+$/, '')})`;
}

/** A text as a formula spells it. */
export function toLiteral(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** For a range, which is the longer example, its first cell. */
function toOneCell(example: string): string {
  return example.replace(/^([A-Z]+\d+):[A-Z]+\d+$/, '$1');
}

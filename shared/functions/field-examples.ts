import { FUNCTIONS, type FunctionId } from '../catalogue/index';

/** A field of a function, with its example in the catalogue. */
type FieldExample = readonly [id: FunctionId, field: string, example: string];

/**
 * An example of each field, in the catalogue's order. Excel's build writes them out here, in the second script, and leaves them
 * out of the catalogue, which is in the first one (`bundling/without-help.ts`).
 */
export function fieldExamples(): readonly FieldExample[] {
  return FUNCTIONS.flatMap(({ id, fields }) => fields.map(({ name, example }): FieldExample => [id, name, example]));
}

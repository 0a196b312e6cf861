import { Refusal } from './refusal';
import { jsonReply } from './reply';

/** FastAPI's standard validation errors, by name on https://docs.tracedata.ai/errors/, in its words. */

/** One entry of a validation error. */
interface ValidationProblem {
  readonly type: string;
  readonly loc: Loc;
  readonly msg: string;
  readonly input: unknown;
  readonly ctx?: Readonly<Record<string, unknown>>;
}

/** The place of a value in a request, such as `body`, `domains`, 3. */
export type Loc = readonly (string | number)[];

export function invalid(...problems: readonly ValidationProblem[]): Refusal {
  return new Refusal(jsonReply(422, { detail: problems }));
}

/** @param input what lacks the value */
export function missing(loc: Loc, input: unknown = null): Refusal {
  return invalid({ type: 'missing', loc, msg: 'Field required', input });
}

export function notText(loc: Loc, input: unknown): ValidationProblem {
  return { type: 'string_type', loc, msg: 'Input should be a valid string', input };
}

/** A value that breaks a rule of the API's own. */
export function wrongValue(loc: Loc, error: string, input: unknown): Refusal {
  return invalid({ type: 'value_error', loc, msg: `Value error, ${error}`, input, ctx: { error } });
}

/** A value that is not one of the allowed words. */
export function notOneOf(words: readonly string[], input: unknown, loc: Loc): Refusal {
  const quoted = words.map((word) => `'${word}'`);
  const expected = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].join(' or ');
  return invalid({ type: 'literal_error', loc, msg: `Input should be ${expected}`, input, ctx: { expected } });
}

/** A value that is an object; any other is refused. */
export function checkObject(input: unknown, loc: Loc): Readonly<Record<string, unknown>> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { ...input };
  const msg = 'Input should be a valid dictionary or object to extract fields from';
  throw invalid({ type: 'model_attributes_type', loc, msg, input });
}

/** A list with at least one item; any other value is refused. */
export function checkFilledList(input: unknown, loc: Loc): readonly unknown[] {
  if (!Array.isArray(input)) throw invalid({ type: 'list_type', loc, msg: 'Input should be a valid list', input });
  if (input.length > 0) return input;
  const msg = 'List should have at least 1 item after validation, not 0';
  const ctx = { field_type: 'List', min_length: 1, actual_length: 0 };
  throw invalid({ type: 'too_short', loc, msg, input, ctx });
}

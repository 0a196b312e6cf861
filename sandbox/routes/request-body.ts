import { invalid, notOneOf } from '../refusal';

/** The body of a request, in the kinds that FastAPI distinguishes. */
export type RequestBody =
  | { readonly is: 'json'; readonly value: unknown }
  | { readonly is: 'other type'; readonly text: string }
  | { readonly is: 'malformed' }
  | { readonly is: 'nothing' };

export function readRequestBody(text: string, contentType: string | undefined): RequestBody {
  if (text === '') return { is: 'nothing' };
  if (contentType !== undefined && !/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) {
    return { is: 'other type', text };
  }
  try {
    return { is: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { is: 'malformed' };
  }
}

/** A body that is a JSON object. Anything else is refused with a 422. */
export function requireObject(body: RequestBody): Readonly<Record<string, unknown>> {
  const loc = ['body'];
  if (body.is === 'nothing') throw invalid({ type: 'missing', loc, msg: 'Field required', input: null });
  if (body.is === 'malformed') {
    const ctx = { error: 'Expecting value' };
    throw invalid({ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx });
  }
  const input = body.is === 'json' ? body.value : body.text;
  if (isObject(input)) return input;
  const msg = 'Input should be a valid dictionary or object to extract fields from';
  throw invalid({ type: 'model_attributes_type', loc, msg, input });
}

/** A non-blank text of the body, trimmed. */
export function requireText(object: Readonly<Record<string, unknown>>, field: string): string {
  const loc = ['body', field];
  const input = object[field];
  if (input === undefined) throw invalid({ type: 'missing', loc, msg: 'Field required', input: object });
  if (typeof input !== 'string') {
    throw invalid({ type: 'string_type', loc, msg: 'Input should be a valid string', input });
  }
  if (input.trim() !== '') return input.trim();
  const msg = 'String should have at least 1 character';
  throw invalid({ type: 'string_too_short', loc, msg, input, ctx: { min_length: 1 } });
}

/** One of the given words. */
export function requireWord<W extends string>(
  object: Readonly<Record<string, unknown>>,
  field: string,
  words: readonly W[],
): W {
  const input = requireText(object, field);
  const word = words.find((candidate) => candidate === input);
  if (word !== undefined) return word;
  throw invalid(notOneOf(words, input, ['body', field]));
}

/** The texts of a list in the body. The caller checks their number. */
export function requireTexts(object: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const loc = ['body', field];
  const input = object[field];
  if (input === undefined) throw invalid({ type: 'missing', loc, msg: 'Field required', input: object });
  if (!Array.isArray(input)) throw invalid({ type: 'list_type', loc, msg: 'Input should be a valid list', input });
  const list: readonly unknown[] = input;
  if (list.length === 0) {
    const msg = 'List should have at least 1 item after validation, not 0';
    const ctx = { field_type: 'List', min_length: 1, actual_length: 0 };
    throw invalid({ type: 'too_short', loc, msg, input, ctx });
  }
  const problems = list.flatMap((item, place) =>
    typeof item === 'string'
      ? []
      : [{ type: 'string_type', loc: [...loc, place], msg: 'Input should be a valid string', input: item }],
  );
  if (problems.length > 0) throw invalid(...problems);
  return list.filter((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

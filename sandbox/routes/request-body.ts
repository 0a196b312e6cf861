import { checkFilledList, checkObject, invalid, missing, notOneOf, notText } from '../validation';

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
  if (body.is === 'nothing') throw missing(loc);
  if (body.is === 'malformed') {
    const ctx = { error: 'Expecting value' };
    throw invalid({ type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx });
  }
  return checkObject(body.is === 'json' ? body.value : body.text, loc);
}

/** A non-blank text of the body, trimmed. */
export function requireText(object: Readonly<Record<string, unknown>>, field: string): string {
  const loc = ['body', field];
  const input = object[field];
  if (input === undefined) throw missing(loc, object);
  if (typeof input !== 'string') throw invalid(notText(loc, input));
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
  if (word === undefined) throw notOneOf(words, input, ['body', field]);
  return word;
}

/** The texts of a list in the body. The caller checks their number. */
export function requireTexts(object: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const loc = ['body', field];
  if (object[field] === undefined) throw missing(loc, object);
  const list = checkFilledList(object[field], loc);
  const texts = list.filter((item) => typeof item === 'string');
  if (texts.length === list.length) return texts;
  throw invalid(...list.flatMap((item, at) => (typeof item === 'string' ? [] : [notText([...loc, at], item)])));
}

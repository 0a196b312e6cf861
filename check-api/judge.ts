import Papa from 'papaparse';
import type { HttpRequest } from '../shared/ports';
import { type AnswerHeader, type Operation, parseJson, readObject, readReply, readText } from '../shared/api';
import { FALL_BACKS } from './calls/fall-backs';
import { compare, type Difference } from './compare';
import type { Answer, Fate } from './send';

/** The result of a call. */
export interface Judgement {
  readonly differences: readonly Difference[];
  readonly unseen: readonly string[];
  readonly status: number | null;
  /** Parsed, for use by later calls; never printed. */
  readonly body: unknown;
}

type Expected = Operation['answer'];

/** Compares the outcome of a call with the contract. */
export function judge(operation: Operation, request: HttpRequest, fate: Fate): Judgement {
  const expected = operation.answer;
  const { standing } = expected;
  if (fate.is !== 'answer') {
    return whole(null, { is: 'no answer', standing, expected: 'an answer', found: fate.is });
  }
  const { answer } = fate;
  const { status } = answer;
  if (status < 200 || status >= 300) return judgeRefusal(operation, request, answer);
  const read = readBody(answer.text, request.reads ?? 'json');
  if (read === null) {
    return whole(status, { is: 'not JSON', standing, expected: request.reads ?? 'JSON', found: formOf(answer.text) });
  }
  const { differences, unseen } = compare(expected.body, read.value, standing);
  const others = expected.headers.map((header) => compareHeader(header, answer, read.value, expected));
  return {
    differences: [
      ...(status === expected.status ? [] : [otherStatus(expected, String(status))]),
      ...others.filter((difference) => difference !== null),
      ...differences,
    ],
    unseen,
    status,
    body: read.value,
  };
}

function judgeRefusal(operation: Operation, request: HttpRequest, answer: Answer): Judgement {
  const { status, text } = answer;
  const response = { status, retryAfter: null, text };
  if (readReply({ ok: true, response }, null, request.reads).is === 'missingRoute') {
    const fallBack = FALL_BACKS[operation.name] ?? null;
    const instead = fallBack === null ? 'no documented route does the same' : `documented fall-back: ${fallBack}`;
    const expectedRoute = `${operation.method} /v1${operation.path}`;
    const { standing } = operation;
    return whole(status, { is: 'missing route', standing, expected: expectedRoute, found: `nothing; ${instead}` });
  }
  const code = readErrorCode(text);
  return whole(status, otherStatus(operation.answer, code === null ? String(status) : `${status} (${code})`));
}

function compareHeader(
  { name, form, unless }: AnswerHeader,
  answer: Answer,
  body: unknown,
  { standing }: Expected,
): Difference | null {
  const value = answer.header(name);
  const isForm = value !== null && (form === 'any' || /^\d+$/.test(value.trim()));
  if (isForm) return null;
  if (value !== null) return { is: 'other header', path: name, standing, expected: form, found: 'another form' };
  const state = unless === undefined ? null : readText(readObject(body)?.[unless.field]);
  if (state !== null && unless?.hasOneOf.includes(state) === true) return null;
  return { is: 'missing header', path: name, standing, expected: form, found: 'nothing' };
}

function otherStatus({ status, standing }: Expected, found: string): Difference {
  return { is: 'other status', path: '', standing, expected: String(status), found };
}

/** Reads the error code only: it is one of the API's own words, while a message might name a person. */
export function readErrorCode(text: string): string | null {
  const outer = readObject(parseJson(text));
  const inner = readObject(outer?.['error']) ?? readObject(outer?.['detail']) ?? outer;
  const code = readText(inner?.['error']) ?? readText(inner?.['code']);
  return code !== null && /^(?!trace_)[a-z][a-z_]{0,60}$/.test(code) ? code : null;
}

function formOf(text: string): string {
  if (text.trim() === '') return 'an empty body';
  return /^\s*</.test(text) ? 'a web page' : 'other text';
}

function whole(status: number | null, difference: Omit<Difference, 'path'>): Judgement {
  return { differences: [{ path: '', ...difference }], unseen: [], status, body: null };
}

/** The body of a success; a CSV as a list of rows, and an empty body as `null`. `null` if it is neither. */
function readBody(text: string, reads: 'json' | 'text'): { readonly value: unknown } | null {
  if (reads === 'json') {
    const value = text === '' ? null : parseJson(text);
    return value === undefined ? null : { value };
  }
  if (/^\s*</.test(text)) return null;
  const { data } = Papa.parse<unknown>(text, { header: true, preview: 1 });
  return { value: data };
}

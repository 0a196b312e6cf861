import { parseJson, readArray, readObject, type AnswerHeader } from '../shared/api';
import { adjust } from './compare/adjust';
import type { Result } from './results';
import { STANDINGS, VALUE_TYPES, type Contract, type OperationShape, type Shape } from './shapes/shape';

/** Far from exhausting the stack. */
const MOST_LEVELS = 60;

/**
 * The contract as corrected by the answers, without routes that are missing. What was not checked, or was refused,
 * stays as it is.
 */
export function correctContract(contract: Contract, results: readonly Result[]): Contract {
  const corrected = results.flatMap(({ operation, judgement }): (readonly [string, OperationShape])[] => {
    const expected = contract[operation.name];
    if (expected === undefined || judgement === null || judgement.found === null) return [];
    const otherHeaders = new Set(
      judgement.differences
        .filter(({ is }) => is === 'missing header' || is === 'other header')
        .map(({ path }) => path),
    );
    const headers = expected.headers.filter(({ name }) => !otherHeaders.has(name));
    const status = judgement.status ?? expected.status;
    return [[operation.name, { ...expected, status, headers, body: adjust(expected.body, judgement.found) }]];
  });
  const missing = results
    .filter(({ judgement }) => judgement?.differences.some(({ is }) => is === 'missing route') === true)
    .map(({ operation }) => operation.name);
  const there = Object.entries(contract).filter(([name]) => !missing.includes(name));
  return { ...Object.fromEntries(there), ...Object.fromEntries(corrected) };
}

/** Reads a contract file written from {@link correctContract}; `null` for anything else. */
export function readContract(text: string): Contract | null {
  const outer = readObject(parseJson(text));
  if (outer === null) return null;
  const shapes = Object.values(outer);
  return shapes.length > 0 && shapes.every(isOperationShape) ? (outer as Contract) : null;
}

function isOperationShape(value: unknown): value is OperationShape {
  const shape = readObject(value);
  if (shape === null || typeof shape['status'] !== 'number' || !isOneOf(STANDINGS, shape['standing'])) return false;
  return (readArray(shape['headers'])?.every(isAnswerHeader) ?? false) && isShape(shape['body'], 1);
}

function isAnswerHeader(value: unknown): value is AnswerHeader {
  const header = readObject(value);
  const unless = header?.['unless'];
  const isUnless = unless === undefined || readArray(readObject(unless)?.['hasOneOf']) !== null;
  return typeof header?.['name'] === 'string' && isOneOf(['seconds', 'any'], header['form']) && isUnless;
}

function isShape(value: unknown, level: number): value is Shape {
  const shape = readObject(value);
  if (shape === null || level > MOST_LEVELS) return false;
  const { is, fields, items, standing } = shape;
  return (
    (readArray(is)?.every((type) => isOneOf(VALUE_TYPES, type)) ?? false) &&
    (fields === undefined ||
      Object.values(readObject(fields) ?? { none: null }).every((one) => isShape(one, level + 1))) &&
    (items === undefined || isShape(items, level + 1)) &&
    (standing === undefined || isOneOf(STANDINGS, standing))
  );
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value);
}

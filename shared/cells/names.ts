import type { FieldSpec } from '../catalogue/types';
import { TraceError } from '../errors/trace-error';
import { howFar } from './nearest';
import { isBlank, type CellValue } from './values';

/** Names from a text with commas or from a range, in order, without blanks. */
export function readNameList(received: CellValue): readonly string[] {
  const cells: readonly unknown[] = Array.isArray(received) ? (received as readonly unknown[]).flat() : [received];
  return cells
    .filter((cell) => !isBlank(cell))
    .flatMap((cell) => String(cell).split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The requested fields by their own names. Dotted paths stay unchanged. Throws `unknownField`.
 *
 * @param takesPaths whether a name with a dot is a path into the API's answer
 */
export function readFieldNames(
  received: CellValue,
  fields: readonly FieldSpec[],
  takesPaths: boolean,
): readonly string[] {
  return readNameList(received).map((asked) => {
    const field = findField(fields, asked);
    if (field !== null) return field.name;
    if (takesPaths && asked.includes('.')) return asked;
    throw new TraceError('unknownField', { field: asked, nearest: nearestNames(asked, fields) });
  });
}

/** The field with that name or alias, ignoring case, spaces and the difference between `-`, ` ` and `_`. */
export function findField(fields: readonly FieldSpec[], asked: string): FieldSpec | null {
  const wanted = simplified(asked);
  return fields.find(({ name, aliases }) => [name, ...(aliases ?? [])].some((known) => known === wanted)) ?? null;
}

function simplified(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** The most similar names, at most three; none if nothing is similar. */
export function nearestNames(asked: string, fields: readonly FieldSpec[]): readonly string[] {
  const wanted = simplified(asked);
  return fields
    .map(({ name, aliases }) => ({
      name,
      far: Math.min(...[name, ...(aliases ?? [])].map((known) => howFar(wanted, known))),
    }))
    .filter(({ far }) => far <= 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name);
}

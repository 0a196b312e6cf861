import type { FieldSpec } from '../catalogue/types';
import { TraceError } from '../errors/trace-error';
import { howFar } from './nearest';
import { isBlank, type CellValue } from './values';

/** Names in a text with commas between them, or in a range, in order; blank ones are left out. */
export function readNames(received: CellValue): readonly string[] {
  const cells: readonly unknown[] = Array.isArray(received) ? (received as readonly unknown[]).flat() : [received];
  return cells
    .filter((cell) => !isBlank(cell))
    .flatMap((cell) => String(cell).split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The fields asked for, by their own names; a dotted path stays as it is. Throws `unknownField`.
 *
 * @param takesPaths whether a name with a dot in it reaches into the API's answer
 */
export function readFieldNames(
  received: CellValue,
  fields: readonly FieldSpec[],
  takesPaths: boolean,
): readonly string[] {
  return readNames(received).map((asked) => {
    const field = findField(fields, asked);
    if (field !== null) return field.name;
    if (takesPaths && asked.includes('.')) return asked;
    throw new TraceError('unknownField', { field: asked, nearest: nearestNames(asked, fields) });
  });
}

/** The field of that name or alias, ignoring case, blanks and the difference between `-`, ` ` and `_`. */
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

/** The most alike names, at most three; none where nothing is alike. */
function nearestNames(asked: string, fields: readonly FieldSpec[]): readonly string[] {
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

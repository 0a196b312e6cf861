import type { TSchema } from '@sinclair/typebox';
import type { RecordOf } from '../client/read-record';
import { nameInRecord, typeOf, type ObjectSchema } from '../client/schema';
import type { FieldSpec } from './types';

/** What users read about a field. The rest of it follows from the API's answer. */
type Words = Pick<FieldSpec, 'about' | 'example'> & {
  /** Names that users may type for it, besides the API's own. */
  readonly aliases?: readonly string[];
};

/** Words for each field of an answer, in the order in which users see them; `null`: not offered by name. */
type WordsOf<O extends ObjectSchema> = { readonly [N in keyof RecordOf<O>]: Words | null };

/** The fields of an answer that has one value of each. */
export function fieldsOf<O extends ObjectSchema>(schema: O, words: WordsOf<O>): readonly FieldSpec[] {
  const fields = new Map(
    Object.entries(schema.properties).map(([name, field]) => [nameInRecord(name, field), { name, field }] as const),
  );
  return Object.entries<Words | null>(words).flatMap(([name, said]) => {
    const found = fields.get(name);
    if (said === null || found === undefined) return [];
    const { about, example } = said;
    const aliases = [...(found.name === name ? [] : [found.name]), ...(said.aliases ?? [])];
    return [{ name, about, kind: kindOf(found.field), ...(aliases.length > 0 ? { aliases } : {}), example }];
  });
}

/** The fields of an answer of which a company has many, such as its partners. */
export function listFieldsOf<O extends ObjectSchema>(schema: O, words: WordsOf<O>): readonly FieldSpec[] {
  return fieldsOf(schema, words).map((field) => ({ ...field, kind: 'list' }));
}

function kindOf(field: TSchema): FieldSpec['kind'] {
  if (isDate(field)) return 'date';
  switch (typeOf(field)) {
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return 'list';
    default:
      return 'text';
  }
}

function isDate({ format, anyOf }: TSchema): boolean {
  return format === 'date-time' || ((anyOf ?? []) as readonly TSchema[]).some(isDate);
}

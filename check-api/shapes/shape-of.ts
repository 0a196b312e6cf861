import type { TSchema } from '@sinclair/typebox';
import type { Shape, ValueType } from './shape';

const TYPES: Readonly<Record<string, ValueType>> = { string: 'text', array: 'list' };

interface Schema {
  readonly type?: ValueType;
  readonly format?: string;
  readonly anyOf?: readonly TSchema[];
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly standing?: 'documented';
}

/** The shape of what a schema of the client describes. */
export function shapeOf(schema: TSchema): Shape {
  const { type = 'null', format, anyOf = [], items, properties, required = [], standing } = schema as Schema;
  // At most one of several alternatives has fields or items.
  const either = anyOf.map(shapeOf);
  const is = format === 'date-time' ? 'timestamp' : (TYPES[type] ?? type);
  return {
    ...(Object.assign({}, ...either) as Partial<Shape>),
    is: either.length > 0 ? either.flatMap((shape) => shape.is) : [is],
    ...(properties === undefined ? {} : { fields: fieldsOf(properties, required) }),
    ...(items === undefined ? {} : { items: shapeOf(items) }),
    ...(standing === undefined ? {} : { standing }),
  };
}

function fieldsOf(properties: Readonly<Record<string, TSchema>>, required: readonly string[]) {
  const fields = Object.entries(properties).map(([name, schema]): readonly [string, Shape] => {
    const shape = shapeOf(schema);
    return [name, required.includes(name) ? shape : { ...shape, isOptional: true }];
  });
  return Object.fromEntries(fields);
}

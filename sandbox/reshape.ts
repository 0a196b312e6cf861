type JsonObject = Readonly<Record<string, unknown>>;
type Change = (object: JsonObject) => JsonObject;

/** Changes every object at a path such as `data[].company`; `''` is the body itself. Missing ones are skipped. */
export function at(path: string, change: Change): (value: unknown) => unknown {
  if (path === '') return (value) => (isObject(value) ? change(value) : value);
  const [step = '', ...others] = path.split('.');
  const field = step.replace('[]', '');
  const changeInner = at(others.join('.'), change);
  return (value) => {
    if (!isObject(value) || !(field in value)) return value;
    const inner = value[field];
    return { ...value, [field]: Array.isArray(inner) ? inner.map(changeInner) : changeInner(inner) };
  };
}

export function wrap(field: string): (value: unknown) => unknown {
  return (value) => ({ [field]: value });
}

export function rename(field: string, name: string): Change {
  return (object) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key === field ? name : key, value]));
}

export function drop(field: string): Change {
  return (object) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== field));
}

export function add(field: string, value: unknown): Change {
  return (object) => ({ ...object, [field]: value });
}

/** A number as text; `null` stays `null`. */
export function toTexts(field: string): Change {
  return (object) => (typeof object[field] === 'number' ? { ...object, [field]: String(object[field]) } : object);
}

/** Moves fields into a nested object. */
export function nest(fields: readonly string[], into: string): Change {
  return (object) => {
    const entries = Object.entries(object);
    const inner = entries.filter(([key]) => fields.includes(key));
    const outer = entries.filter(([key]) => !fields.includes(key));
    return { ...Object.fromEntries(outer), [into]: Object.fromEntries(inner) };
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What `google.script.run` carries: primitives, plain objects and arrays. A date, a function, an element, an instance of
 * a class or a cycle anywhere fails; `undefined` becomes `null` in arrays
 * (https://developers.google.com/apps-script/guides/html/communication).
 */
export function toScriptRunArgument(value: unknown, place: string | number = 0): unknown {
  return carry(value, () => `Failed due to illegal value in property: ${place}`);
}

export function toScriptRunAnswer(value: unknown): unknown {
  return carry(value, () => 'The script completed but the returned value is not a supported return type');
}

function carry(value: unknown, refusal: () => string, holders: readonly unknown[] = []): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const inner = [...holders, value];
  if (holders.includes(value)) throw new Error(`${refusal()}: a cycle`);
  if (Array.isArray(value)) return Array.from(value, (item) => carry(item, refusal, inner));
  if (!isPlain(value)) throw new Error(`${refusal()}: ${Object.prototype.toString.call(value)}`);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, carry(field, refusal, inner)]));
}

/** Of whatever realm: the prototype of a plain object has none itself. */
function isPlain(value: unknown): value is object {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

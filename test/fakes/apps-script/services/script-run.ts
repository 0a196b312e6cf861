/**
 * What `google.script.run` can carry: primitives, plain objects and arrays. A date, function, element, class instance
 * or cycle anywhere fails; `undefined` becomes `null` in arrays
 * (https://developers.google.com/apps-script/guides/html/communication).
 */
export function toScriptRunArgument(value: unknown, place: string | number = 0): unknown {
  return carry(value, () => `Failed due to illegal value in property: ${place}`);
}

export function toScriptRunAnswer(value: unknown): unknown {
  return carry(value, () => 'The script completed but the returned value is not a supported return type');
}

/** @param holders the containers of the value, outermost first; unchanged after the call */
function carry(value: unknown, refusal: () => string, holders: object[] = []): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value) && !isPlain(value)) {
    throw new Error(`${refusal()}: ${Object.prototype.toString.call(value)}`);
  }
  if (holders.includes(value)) throw new Error(`${refusal()}: a cycle`);
  holders.push(value);
  const carried = Array.isArray(value) ? carryItems(value, refusal, holders) : carryFields(value, refusal, holders);
  holders.pop();
  return carried;
}

function carryItems(items: readonly unknown[], refusal: () => string, holders: object[]): unknown[] {
  const carried: unknown[] = [];
  // Not `map`, which skips holes.
  for (let at = 0; at < items.length; at += 1) carried.push(carry(items[at], refusal, holders));
  return carried;
}

function carryFields(value: object, refusal: () => string, holders: object[]): object {
  const fields: [string, unknown][] = [];
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) fields.push([name, carry(field, refusal, holders)]);
  }
  return Object.fromEntries(fields);
}

/** Works in any realm: the prototype of a plain object has no prototype itself. */
function isPlain(value: unknown): value is object {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

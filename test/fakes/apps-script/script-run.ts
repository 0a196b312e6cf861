/**
 * What `google.script.run` carries: primitives, plain objects and arrays; a date anywhere fails
 * (https://developers.google.com/apps-script/guides/html/communication).
 */
export function toScriptRunArgument(value: unknown): unknown {
  return carry(value, 'Failed due to illegal value in property');
}

export function toScriptRunAnswer(value: unknown): unknown {
  return carry(value, 'The script completed but the returned value is not a supported return type');
}

function carry(value: unknown, refusal: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object Array]') return Array.from(value as ArrayLike<unknown>, (inner) => carry(inner, refusal));
  if (kind !== '[object Object]') throw new Error(`${refusal}: ${kind}`);
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, carry(inner, refusal)]));
}

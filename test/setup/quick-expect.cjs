/**
 * `expect` creates 300 functions and a stack trace at each call, and compares tables cell by cell with all its rules.
 * Assertions that obviously hold bypass it; it decides everything else, and words every failure.
 */
const { expect } = globalThis;

const MOST_DEPTH = 50;

const areNumbers = (one, other) => typeof one === 'number' && typeof other === 'number';

/** Decides whether an assertion obviously holds. */
const HOLDS = {
  toBe: Object.is,
  toEqual: (actual, expected) => isSame(actual, expected, 0),
  toBeLessThan: (actual, most) => areNumbers(actual, most) && actual < most,
  toBeLessThanOrEqual: (actual, most) => areNumbers(actual, most) && actual <= most,
  toBeGreaterThan: (actual, least) => areNumbers(actual, least) && actual > least,
  toBeGreaterThanOrEqual: (actual, least) => areNumbers(actual, least) && actual >= least,
};

/** Whether two values consist of the same arrays, plain objects and primitives. */
function isSame(one, other, depth) {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (depth > MOST_DEPTH) return false;
  const areArrays = Array.isArray(one);
  if (areArrays ? !Array.isArray(other) : !isPlain(one) || !isPlain(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  // Neither has gaps, nor anything but its items.
  if (areArrays && (keys.length !== one.length || keys.length !== other.length)) return false;
  for (const key of keys) {
    if (!Object.prototype.hasOwnProperty.call(other, key) || !isSame(one[key], other[key], depth + 1)) return false;
  }
  return hasNoSymbols(one) && hasNoSymbols(other);
}

/** In any realm. */
function isPlain(value) {
  if (typeof value.asymmetricMatch === 'function' || Symbol.iterator in value) return false;
  const parent = Object.getPrototypeOf(value);
  return parent === null || Object.getPrototypeOf(parent) === null;
}

function hasNoSymbols(value) {
  return Object.getOwnPropertySymbols(value).length === 0;
}

class Expectation {
  constructor(actual) {
    this.actual = actual;
  }

  get not() {
    return expect(this.actual).not;
  }

  get resolves() {
    return expect(this.actual).resolves;
  }

  get rejects() {
    return expect(this.actual).rejects;
  }
}

for (const name of Object.keys(expect(null))) {
  if (name in Expectation.prototype) continue;
  const holds = HOLDS[name] ?? (() => false);
  const assertion = function (...given) {
    if (given.length === 1 && holds(this.actual, given[0])) return undefined;
    try {
      return expect(this.actual)[name](...given);
    } catch (error) {
      // It shows the line of the test.
      if (error instanceof Error) Error.captureStackTrace(error, assertion);
      throw error;
    }
  };
  Object.defineProperty(Expectation.prototype, name, { value: assertion });
}

globalThis.expect = Object.assign(
  (...given) => (given.length === 1 ? new Expectation(given[0]) : expect(...given)),
  expect,
);

import { faultNamed, type SwitchedOn } from './fault-switch';
import { FAULTS } from './faults';
import { ROUTES } from './routes/table';
import type { SandboxOptions } from './state';

/** A parsed control request, or a sentence about what is wrong with it. */
export type Order<O> = { readonly ok: true; readonly value: O } | { readonly ok: false; readonly sentence: string };

/**
 * Reads `{"fault", "times", "operation", ...settings}`; `times` is 1 by default, and `null` means until the next
 * reset.
 */
export function readFaultOrder(body: unknown): Order<SwitchedOn> {
  const { fault: name, times = 1, operation = null, ...settings } = toObject(body);
  const fault = typeof name === 'string' ? faultNamed(name) : null;
  if (fault === null) return wrong(`"fault" must be one of: ${FAULTS.map((row) => row.name).join(', ')}.`);
  if (times !== null && !isWhole(times, 1)) return wrong('"times" must be a whole number from 1, or null.');
  if (operation !== null && !isOperation(operation)) {
    return wrong(`"operation" must be null or one of: ${ROUTES.map((route) => route.name).join(', ')}.`);
  }
  const set: Record<string, number> = { ...fault.settings };
  for (const [setting, value] of Object.entries(settings)) {
    if (!(setting in set)) return wrong(`The fault "${fault.name}" has no setting "${setting}".`);
    if (!isWhole(value, 0)) return wrong(`"${setting}" must be a whole number from 0.`);
    set[setting] = value;
  }
  return { ok: true, value: { fault, times, operation, settings: set } };
}

/** Reads `{"credits", "rateLimitPerMinute"}`, both optional. */
export function readReset(body: unknown): Order<Omit<SandboxOptions, 'now'>> {
  const { credits, rateLimitPerMinute, ...others } = toObject(body);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return wrong(`A reset takes "credits" and "rateLimitPerMinute", not "${unknown}".`);
  if (credits !== undefined && !isWhole(credits, 0)) return wrong('"credits" must be a whole number from 0.');
  if (rateLimitPerMinute !== undefined && !isWhole(rateLimitPerMinute, 0)) {
    return wrong('"rateLimitPerMinute" must be a whole number from 0.');
  }
  const value = {
    ...(credits === undefined ? {} : { credits }),
    ...(rateLimitPerMinute === undefined ? {} : { rateLimitPerMinute }),
  };
  return { ok: true, value };
}

export function readWholeIn(body: unknown, field: string, least: number): Order<number> {
  const value = toObject(body)[field];
  return isWhole(value, least)
    ? { ok: true, value }
    : wrong(`"${field}" must be a whole number from ${String(least)}.`);
}

function toObject(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function isWhole(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}

function isOperation(value: unknown): value is string {
  return typeof value === 'string' && ROUTES.some((route) => route.name === value);
}

function wrong(sentence: string): { readonly ok: false; readonly sentence: string } {
  return { ok: false, sentence };
}

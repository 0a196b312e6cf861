import type { SwitchedOn } from './fault-switch';
import { FAULTS } from './faults';
import { ROUTES } from './routes/table';
import type { SandboxOptions } from './state';

/** A control request that was not understood. Its message says what is wrong. */
export class NotUnderstood extends Error {}

/**
 * Reads `{"fault", "times", "operation", ...settings}`; `times` is 1 by default, and `null` means until the next
 * reset.
 */
export function readFaultOrder(body: unknown): SwitchedOn {
  const { fault: name, times = 1, operation = null, ...settings } = toObject(body);
  const fault = typeof name === 'string' && Object.hasOwn(FAULTS, name) ? FAULTS[name] : undefined;
  if (typeof name !== 'string' || fault === undefined) throw notAmong('fault', Object.keys(FAULTS));
  const operations = ROUTES.map((route) => route.name);
  if (operation !== null && !isAmong(operation, operations)) throw notAmong('operation', operations);
  const set: Record<string, number> = { ...fault.settings };
  for (const [setting, value] of Object.entries(settings)) {
    if (!(setting in set)) throw new NotUnderstood(`The fault "${name}" has no setting "${setting}".`);
    set[setting] = readWhole(setting, value);
  }
  return { name, fault, times: times === null ? null : readWhole('times', times, 1), operation, settings: set };
}

/** Reads `{"credits"}`, which is optional. */
export function readReset(body: unknown): Pick<SandboxOptions, 'credits'> {
  const { credits, ...others } = toObject(body);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new NotUnderstood(`A reset takes "credits", not "${unknown}".`);
  return credits === undefined ? {} : { credits: readWhole('credits', credits) };
}

/** Reads `{"advanceMs"}`. */
export function readAdvance(body: unknown): number {
  return readWhole('advanceMs', toObject(body)['advanceMs']);
}

function toObject(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function readWhole(field: string, value: unknown, least = 0): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new NotUnderstood(`"${field}" must be a whole number from ${least}.`);
}

function isAmong(value: unknown, words: readonly string[]): value is string {
  return words.some((word) => word === value);
}

function notAmong(field: string, words: readonly string[]): NotUnderstood {
  return new NotUnderstood(`"${field}" must be one of: ${words.join(', ')}.`);
}

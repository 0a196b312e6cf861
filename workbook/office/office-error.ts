/** As Excel's API throws it: https://learn.microsoft.com/javascript/api/office/officeextension.error. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(`${code}: ${sentence}`);
  }
}

/** The loaded value, or Excel's refusal to return one that was not loaded. */
export function told<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new OfficeError('PropertyNotLoaded', `load ${name} and sync before reading it.`);
  return value;
}

/**
 * The names of the properties that `load` asks for. One that this stand-in lacks is a fault of the test or the panel.
 *
 * @param what in the plural, such as `ranges`
 */
export function readLoaded(what: string, properties: string, known: readonly string[]): readonly string[] {
  const names = properties.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`The stand-in of Excel's ${what} has no ${unknown}.`);
  return names;
}

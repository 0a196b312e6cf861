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

/** The letter or digit that stands for a company; `''`: its name has none. */
export function initialOf(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase('en-US') ?? '';
}

/** The date of a moment in a time zone: `2026-06-01`. */
export function dayIn(timeZone: string, date: Date): string {
  return localText(timeZone, date).slice(0, 10);
}

/** The moment at which a day begins in a time zone. */
export function midnightIn(timeZone: string, day: string): Date {
  const utcMs = Date.parse(`${day}T00:00:00Z`);
  // Twice, for days on which clocks change.
  let atMs = utcMs;
  for (let pass = 0; pass < 2; pass += 1) atMs = utcMs - offsetMs(timeZone, new Date(atMs));
  return new Date(atMs);
}

/** The moment of a spreadsheet's serial number in a time zone. */
export function momentOf(timeZone: string, serial: number): Date {
  const days = Math.floor(serial);
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
  return new Date(midnightIn(timeZone, day).getTime() + Math.round((serial - days) * 86_400_000));
}

/** The inverse of `momentOf`. */
export function serialIn(timeZone: string, date: Date): number {
  return (Date.parse(`${localText(timeZone, date)}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function offsetMs(timeZone: string, date: Date): number {
  return Date.parse(`${localText(timeZone, date)}Z`) - Math.floor(date.getTime() / 1_000) * 1_000;
}

/** By time zone: making one takes far longer than formatting. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-06-01T14:32:00`, without a zone. */
export function localText(timeZone: string, date: Date): string {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(date).replace(' ', 'T');
}

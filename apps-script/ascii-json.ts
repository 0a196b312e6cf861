/**
 * JSON that says the same in ASCII alone: its length is its size in bytes, which Google counts, and no UTF-16 pair can be
 * cut.
 */
export function toAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

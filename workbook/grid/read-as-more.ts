/** Whether the grid would turn a text into a formula or number when the cell is edited. */
export function isReadAsMore(text: string): boolean {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || (text.trim() !== '' && !Number.isNaN(Number(text)));
}

/**
 * Copies what a field holds, which needs no permission, unlike the browser's clipboard in a frame: Google and Excel grant
 * none. Returns whether it worked; the text is selected anyway.
 */
export function copyFrom(field: HTMLTextAreaElement): boolean {
  const before = document.activeElement;
  field.select();
  const isCopied = document.execCommand('copy');
  if (isCopied && before instanceof HTMLElement) before.focus();
  return isCopied;
}

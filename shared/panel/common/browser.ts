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

/** Puts a file among the person's downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  // Google's page may name no address, so that it asks for none.
  Object.assign(link, { href: address, download: name });
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What this browser keeps for its user under a name; `null`: nothing, or it forbids its storage. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Where the browser forbids its storage, the text is forgotten when the panel closes. */
export function keepInBrowser(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Nothing depends on it.
  }
}

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

const KEY = /(^|[^a-z0-9_-])trace_[\x21-\x7e]+/gi;

/** Whether a text contains something that looks like a Trace API key. */
export function hasApiKey(text: string): boolean {
  return text.includes('_') && text.search(KEY) >= 0;
}

/** Masks everything in an outside text that looks like a Trace API key. */
export function maskKeysIn(text: string): string {
  return text.replace(KEY, '$1trace_…');
}

const KEY = /(^|[^a-z0-9_-])trace_[\x21-\x7e]+/gi;

/** Whether a text holds what looks like a Trace API key. */
export function hasApiKey(text: string): boolean {
  return text.search(KEY) >= 0;
}

/** Text from outside, with everything in it that looks like a Trace API key made unreadable. */
export function maskKeysIn(text: string): string {
  return text.replace(KEY, '$1trace_…');
}

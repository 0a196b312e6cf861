/** A name that Trace does not know, and the known names that a sentence suggests in its place. */
export interface Suggestion {
  readonly wrong: string;
  /** The most similar first. */
  readonly names: readonly string[];
}

/**
 * Reads back what `unknownName` and `suggest` of the sentences have written: cells hold nothing but sentences.
 *
 * @returns `null`: the sentence suggests nothing, or quotes only the beginning of the name
 */
export function suggestionIn(sentence: string): Suggestion | null {
  const [, wrong = ''] = /"([^"]+)"/.exec(sentence) ?? [];
  const [, said = ''] = /Did you mean (.+?)\?/.exec(sentence) ?? [];
  if (wrong === '' || said === '' || wrong.endsWith('…')) return null;
  return { wrong, names: said.split(/, | or /) };
}

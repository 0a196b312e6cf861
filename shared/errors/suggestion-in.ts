import { unknownName } from './sentences/words';

/** A name that Trace does not know, and the known names that a sentence suggests in its place. */
export interface Suggestion {
  readonly wrong: string;
  /** The most similar first. */
  readonly names: readonly string[];
}

const NAME = '\uFFFC';
/** What a sentence says before and after the names that it suggests. */
const [BEFORE = '', AFTER = ''] = unknownName('', [NAME], '').trimStart().split(NAME);

/**
 * Reads back what `unknownName` and `suggest` of the sentences have written: cells hold nothing but sentences.
 *
 * @returns `null`: the sentence suggests nothing, or quotes only the beginning of the name
 */
export function suggestionIn(sentence: string): Suggestion | null {
  const [, wrong = ''] = /"([^"]+)"/.exec(sentence) ?? [];
  const [, asked = ''] = sentence.split(BEFORE);
  const said = asked.slice(0, Math.max(0, asked.indexOf(AFTER)));
  if (wrong === '' || said === '' || wrong.endsWith('…')) return null;
  return { wrong, names: said.split(/, | or /) };
}

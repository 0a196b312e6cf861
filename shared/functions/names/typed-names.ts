import { isLoading } from '../../cells/values';
import { TraceError } from '../../errors/trace-error';
import { hasApiKey } from '../../errors/mask-keys';

/**
 * Why a text cannot be a name, so that nothing is asked: it is a cell's error (a name without quotes is `#NAME?`), a
 * cell that is still loading, or a key. `null`: it can be a name.
 */
export function problemOfName(text: string, parameter: string, example: string): TraceError | null {
  if (hasApiKey(text)) return new TraceError('inputIsApiKey', {});
  if (text.startsWith('#')) return new TraceError('nameUnreadable', { parameter, shown: text, example });
  if (isLoading(text)) return new TraceError('inputIsLoading', { input: text });
  return null;
}

/** The values of an option as typed, without repeats. Throws the problem of an invalid one. */
export function readTypedNames(option: string, given: ReadonlyMap<string, string>): readonly string[] {
  const names = new Map<string, string>();
  for (const typed of (given.get(option) ?? '').split(',')) {
    const name = typed.trim();
    if (name === '') continue;
    const problem = problemOfName(name, option, `${option}=Google`);
    if (problem !== null) throw problem;
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

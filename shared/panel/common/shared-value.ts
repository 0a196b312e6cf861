import { createContext, type Provider } from 'preact';
import { useContext } from 'preact/hooks';

/** A provider for all parts of the page below it, and the hook that reads its value. There is no default value. */
export function makeShared<T>(): readonly [Provider<T | null>, () => T] {
  const Shared = createContext<T | null>(null);
  return [Shared.Provider, () => useContext(Shared)!];
}

import { createContext, type Provider } from 'preact';
import { useContext } from 'preact/hooks';

/** What gives a value to all parts of the page below it, and how they take it. Nothing stands in where it is not given. */
export function makeShared<T>(): readonly [Provider<T | null>, () => T] {
  const Shared = createContext<T | null>(null);
  return [Shared.Provider, () => useContext(Shared)!];
}

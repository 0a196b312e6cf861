import type { FunctionId } from '../../catalogue/index';
import { readFunctionIds } from './jobs';

const RECENT = 'trace.formulaRecent';
const FAVORITES = 'trace.formulaFavorites';
const MOST_RECENT = 4;

/** What this browser saves for its user; nothing where it forbids its storage. */
export function readRecentFunctions(): readonly FunctionId[] {
  return readFunctionIds(read(RECENT)).slice(0, MOST_RECENT);
}

export function readFavoriteFunctions(): readonly FunctionId[] {
  return readFunctionIds(read(FAVORITES));
}

export function saveRecentFunction(id: FunctionId): readonly FunctionId[] {
  const recent = [id, ...readRecentFunctions().filter((each) => each !== id)].slice(0, MOST_RECENT);
  write(RECENT, recent);
  return recent;
}

export function saveFavoriteFunctions(favorites: readonly FunctionId[]): void {
  write(FAVORITES, favorites);
}

function read(place: string): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

function write(place: string, ids: readonly FunctionId[]): void {
  try {
    localStorage.setItem(place, ids.join(' '));
  } catch {
    // It is forgotten when the panel closes.
  }
}

import { readRecent, type Subject } from './subject';

const RECENT = 'trace.exploreRecent';
const FOLLOWS = 'trace.exploreFollows';

/** What this browser saves for its user; nothing where it forbids its storage. */

export function readSavedRecent(): readonly Subject[] {
  return readRecent(read(RECENT));
}

export function saveRecent(recent: readonly Subject[]): void {
  write(RECENT, JSON.stringify(recent));
}

export function readFollows(): boolean {
  return read(FOLLOWS) === '1';
}

export function saveFollows(follows: boolean): void {
  write(FOLLOWS, follows ? '1' : '');
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function write(place: string, text: string): void {
  try {
    localStorage.setItem(place, text);
  } catch {
    // It is forgotten when the panel closes.
  }
}

import { keepInBrowser, readKept } from '../common/kept-in-browser';
import { readRecent, type Subject } from './subject';

const RECENT = 'trace.exploreRecent';
const FOLLOWS = 'trace.exploreFollows';

export function readSavedRecent(): readonly Subject[] {
  return readRecent(readKept(RECENT));
}

export function saveRecent(recent: readonly Subject[]): void {
  keepInBrowser(RECENT, JSON.stringify(recent));
}

export function readFollows(): boolean {
  return readKept(FOLLOWS) === '1';
}

export function saveFollows(follows: boolean): void {
  keepInBrowser(FOLLOWS, follows ? '1' : '');
}

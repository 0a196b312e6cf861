import { type Subject, readRecent } from './subject';
import { makeShared } from '../common/shared-value';
import { keepInBrowser, readKept } from '../common/browser';

/** The functions that the cards of Explore share. */
export interface Exploring {
  /** Shows another company, technology, vendor or category. */
  readonly open: (subject: Subject) => void;
}

export const [ExploringProvider, useExploring] = makeShared<Exploring>();

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

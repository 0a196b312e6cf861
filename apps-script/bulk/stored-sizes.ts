import { accountKeys } from '../../shared/panel';
import { isRunName } from '../../shared/runs';
import {
  CELL_SLOT_LENGTH,
  INDEX_LENGTH,
  MARK_LENGTH,
  MOST_SLOTS,
  PROPERTY_SLOT_LENGTH,
  PROPERTY_SLOTS,
  type SentChange,
  type SentEntries,
} from '../journal-messages';

/** Characters that Google counts as one byte. */
const ASCII = /^[ -~]*$/;
/** Its mark, and JSON. */
const INDEX = /^[a-z]{8}\[[ -~]*$/;
/** A piece begins with a letter, so that no cell makes a formula of it. */
const PIECE = /^t[ -~]*$/;
/** Longer than any company's answer; Google's cache accepts no longer value. */
const LONGEST_ANSWER = 100_000;

const OF_NOBODY = accountKeys('');
/** Domains that nobody can own, lists about them, and names of the catalogue. */
const PRACTICE_SUBJECT = /^(\w+\|[\w-]+\.example$|rows\|\["(technologies\.search|[\w.]+","[^"]*\.example[/&"]))/;

/** Whether a change of the journal has a journal's size. Anyone who may edit the file can send one. */
export function isWithinSizes({ was, index, slots, signed }: SentChange): boolean {
  const isIndex = index === '' || (index.length <= INDEX_LENGTH && INDEX.test(index));
  return (
    isIndex &&
    (signed === null || (isRunName(signed[0]) && Number.isSafeInteger(signed[1]))) &&
    was.length <= MARK_LENGTH &&
    ASCII.test(was) &&
    slots.length <= MOST_SLOTS &&
    slots.every(({ slot, text }) => slot < MOST_SLOTS && text.length <= lengthIn(slot) && PIECE.test(text))
  );
}

function lengthIn(slot: number): number {
  return slot < PROPERTY_SLOTS ? PROPERTY_SLOT_LENGTH : CELL_SLOT_LENGTH;
}

/** The entries of the page's own account. They never answer anybody else's formulas. */
export function ownEntries(entries: SentEntries, accountId: string): SentEntries {
  return entries.filter(
    ([key, text]) => isOwnKey(key, accountId) && typeof text === 'string' && text.length <= LONGEST_ANSWER,
  );
}

/**
 * Whether an answer is one account's.
 *
 * @param accountId `''`: there is no key, so that only practice companies may have answers
 */
export function isOwnKey(key: unknown, accountId: string): boolean {
  if (typeof key !== 'string' || !key.startsWith(accountKeys(accountId))) return false;
  return accountId !== '' || PRACTICE_SUBJECT.test(key.slice(OF_NOBODY.length));
}

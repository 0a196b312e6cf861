import { useRef, useState } from 'preact/hooks';
import { priceOfNext } from '../../credits/action-prices';
import { say } from '../../errors/say';
import { fetchMembers, NO_MEMBERS, type MembersFilter, type MembersRead } from './fetch-members';
import { useErrand } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { useOpenList } from './open-list';
import { useNewest } from '../common/late-answers';

interface Members {
  readonly filter: MembersFilter;
  readonly read: MembersRead;
  readonly isReading: boolean;
  /** Why it stopped, as a sentence; `''`: it did not. */
  readonly problem: string;
  /** Whether the list has changed since. */
  readonly isChanged: boolean;
  readonly choose: (filter: MembersFilter) => void;
  /** @param wanted how many more, at up to a credit each */
  readonly more: (wanted: number) => void;
  /** Reads them again from the first one on. */
  readonly again: (wanted: number) => void;
  readonly stop: () => void;
}

const ALL: MembersFilter = { tier: null, search: '' };

/** The companies of the open list, as far as they were read. */
export function useMembers(): Members {
  const engine = useSheet();
  const { list, shelf, onGone } = useOpenList();
  const { list_id: listId } = list;
  const [filter, setFilter] = useState(ALL);
  const [read, setRead] = useState(() => shelf.take(listId, ALL) ?? NO_MEMBERS);
  const errand = useErrand();
  const wish = useRef<'goOn' | 'stop'>('goOn');
  const begin = useNewest();
  const fetch = async (of: MembersFilter, before: MembersRead, wanted: number): Promise<void> => {
    // Another filter may be chosen meanwhile.
    const isNewest = begin();
    wish.current = 'goOn';
    errand.begin('');
    const keep = (next: MembersRead): void => {
      // What is paid for is kept, whatever is shown.
      if (next.members.length > 0 || next.isAll) shelf.put(listId, of, next);
      if (isNewest()) setRead(next);
    };
    const ended = await engine.beside((ports) => {
      const person = { ...ports.person, wish: () => (isNewest() ? wish.current : 'stop') };
      return fetchMembers({ ...ports, person }, listId, of, before, wanted, keep);
    });
    if (!isNewest()) return;
    if (!ended.ok) return errand.fail(say(ended.error, 'action'));
    const { isGone, problem: why } = ended.value;
    errand.end('', why === null ? '' : say(why, 'action'));
    if (isGone) onGone();
  };
  return {
    filter,
    read,
    isReading: errand.isBusy,
    problem: errand.problem,
    isChanged: shelf.isChanged(listId, filter),
    choose(next) {
      begin();
      errand.end('');
      setFilter(next);
      setRead(shelf.take(listId, next) ?? NO_MEMBERS);
    },
    more: (wanted) => void fetch(filter, read, priceOfNext(read, wanted)),
    again: (wanted) => void fetch(filter, NO_MEMBERS, wanted),
    stop: () => (wish.current = 'stop'),
  };
}

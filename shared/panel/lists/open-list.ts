import { useErrand } from '../common/outcome';
import type { PanelAnswer } from '../protocol';
import { isGone } from './list-text';
import type { SavedList } from '../../client/resources/list-answers';
import type { MembersShelf } from './fetch-members';
import { makeShared } from '../common/shared-value';

/** The list that is open, for all that is shown of it. */
interface OpenList {
  readonly list: SavedList;
  readonly shelf: MembersShelf;
  readonly onRenamed: (list: SavedList) => void;
  readonly onDeleted: (said: string) => void;
  /** It was deleted meanwhile, or is no longer shared. */
  readonly onGone: () => void;
}

export const [OpenListProvider, useOpenList] = makeShared<OpenList>();

/** An errand for the open list. Returns to the lists if it is gone. */
export function useListErrand() {
  const { onGone } = useOpenList();
  const errand = useErrand();
  return {
    ...errand,
    /** Resolves to the answer; `null`: it failed; the reason is shown, unless the list is gone. @param doing what is happening */
    async ask<T>(doing: string, act: () => Promise<PanelAnswer<T>>): Promise<{ readonly value: T } | null> {
      errand.begin(doing);
      const answer = await act();
      if (answer.ok) errand.end('');
      else if (isGone(answer)) onGone();
      else errand.fail(answer.sentence);
      return answer.ok ? answer : null;
    },
  };
}

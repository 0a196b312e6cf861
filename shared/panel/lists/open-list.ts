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

import { useState, useEffect, useRef } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import { count, toDayText } from '../common/words';
import { nameOfList, searchLists } from './list-text';
import { LOADING, toRemote, Unread, type Remote } from './remote';
import { usePanel } from '../state/panel-state';
import { TextField } from '../common/fields/controls';
import { Said } from '../common/outcome';
import { useNewest } from '../common/late-answers';

interface Props {
  readonly lists: Lists;
  /** What happened before, such as that a list was deleted; `''`: nothing. */
  readonly said: string;
  readonly onOpen: (list: SavedList) => void;
  readonly onCreate: () => void;
}

/** Shown at once: more are found by their names. */
const MOST_SHOWN = 200;

/** All lists that the person may see. */
export function ListsIndex({ lists: { index, load }, said, onOpen, onCreate }: Props) {
  const [text, setText] = useState('');
  return (
    <section aria-labelledby="index-title">
      <div class="title-row">
        <h2 id="index-title" tabIndex={-1}>
          Lists
        </h2>
        {index.is === 'ready' && (
          <button id="new-list" type="button" onClick={onCreate}>
            New list
          </button>
        )}
      </div>
      <Said style={said === '' ? '' : 'is-set'}>{said}</Said>
      <Unread of={index} loading="Loading your lists…" onRetry={() => void load()} />
      {index.is === 'ready' && index.value.length === 0 && (
        <p class="hint">
          You have no lists yet. A list is a saved set of companies: picked by you, or found by conditions such as “uses
          Shopify”. Creating one is free.
        </p>
      )}
      {index.is === 'ready' && index.value.length > 0 && (
        <FoundLists lists={index.value} text={text} onType={setText} onOpen={onOpen} />
      )}
    </section>
  );
}

interface FoundProps {
  readonly lists: readonly SavedList[];
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onOpen: (list: SavedList) => void;
}

function FoundLists({ lists, text, onType, onOpen }: FoundProps) {
  const found = searchLists(lists, text);
  return (
    <>
      <TextField type="search" aria-label="Search lists" placeholder="Search lists" text={text} onType={onType} />
      <ul class="list-index">
        {found.slice(0, MOST_SHOWN).map((list) => (
          <li key={list.list_id}>
            <button type="button" class="list-row" data-list={list.list_id} onClick={() => onOpen(list)}>
              <b dir="auto">{nameOfList(list)}</b>
              {list.access_level !== null && <span class="badge">{list.access_level}</span>}
              {toDayText(list.updated_at) !== '' && <small>Updated {toDayText(list.updated_at)}</small>}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class="hint">
        {text.trim() !== '' && found.length === 0 && `No list is called “${text.trim()}”.`}
        {text.trim() !== '' && found.length > 0 && count(found.length, 'list', 'lists')}
        {text.trim() === '' &&
          found.length > MOST_SHOWN &&
          `The first ${MOST_SHOWN} of ${found.length.toLocaleString('en-US')}.`}
      </p>
    </>
  );
}

interface Lists {
  readonly index: Remote<readonly SavedList[]>;
  /** Asks again; what was there stays meanwhile. */
  readonly load: () => Promise<void>;
}

/** The lists of the key's owner: another key has other ones. */
export function useListIndex(): Lists {
  const { act, keys, listChanges, sees } = usePanel();
  const { news } = keys;
  const isOn = sees('lists');
  const [index, setIndex] = useState<Lists['index']>(LOADING);
  const begin = useNewest();
  /** The key of the lists that are shown, and how often lists had been changed elsewhere when they were loaded. */
  const shown = useRef<readonly [key: string | null, changes: number]>([null, 0]);
  const load = async (): Promise<void> => {
    const isNewest = begin();
    setIndex((before) => (before.is === 'ready' ? before : LOADING));
    const answer = await act('indexLists', {});
    if (isNewest()) setIndex(toRemote(answer));
  };
  useEffect(() => {
    const [key, changes] = shown.current;
    if (!isOn || (key === news && changes === listChanges)) return;
    shown.current = [news, listChanges];
    if (key !== news) setIndex(LOADING);
    void load();
  }, [news, listChanges, isOn]);
  return { index, load };
}

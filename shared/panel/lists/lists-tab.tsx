import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SavedList } from '../../client/resources/list-answers';
import { keepFocus } from '../common/keep-focus';
import { usePanel } from '../state/panel-state';
import { OpenListProvider } from './open-list';
import { CreateList } from './create-list';
import { LIST_GONE } from './list-text';
import { ListView } from './list-view';
import { ListsIndex, useListIndex } from './lists-index';
import { makeMembersShelf } from './fetch-members';

type Screen =
  | { readonly is: 'index'; readonly said: string }
  | { readonly is: 'create' }
  | { readonly is: 'list'; readonly list: SavedList; readonly said: string };

const INDEX: Screen = { is: 'index', said: '' };

/** The lists of the key's owner. Lists belong to a person: https://docs.tracedata.ai/authentication/. */
export function ListsTab() {
  const { keys, openKey } = usePanel();
  const { key } = keys.state;
  if (key === null) return null;
  if (key.hasKey && key.keyClass === 'user') return <OwnLists key={key.account} />;
  return (
    <section aria-labelledby="index-title">
      <h2 id="index-title">Lists</h2>
      <p>
        {key.hasKey
          ? 'Lists belong to a person, so this organization key cannot open them. Use your own key from app.tracedata.ai, under Settings › API Key.'
          : 'Set your own API key to see your lists.'}
      </p>
      <div class="buttons">
        <button type="button" class="main" onClick={openKey}>
          {key.hasKey ? 'Replace key' : 'Set key'}
        </button>
      </div>
    </section>
  );
}

function OwnLists() {
  const shelf = useMemo(makeMembersShelf, []);
  const lists = useListIndex();
  const [screen, setScreen] = useState(INDEX);
  const root = useRef<HTMLDivElement>(null);
  /** What gets the focus once its screen is there. */
  const goal = useRef('');
  useEffect(() => keepFocus(root.current!), []);
  useLayoutEffect(() => {
    if (goal.current === '') return;
    const found =
      root.current?.querySelector<HTMLElement>(goal.current) ?? root.current?.querySelector<HTMLElement>('h2');
    found?.focus();
    goal.current = '';
  }, [screen]);
  /** Counts the screens shown: a late answer for one that was left must not lead the user away from another. */
  const visit = useRef(0);
  const own = visit.current;
  const go = (next: Screen, focus = 'h2'): void => {
    visit.current += 1;
    goal.current = focus;
    setScreen(next);
  };
  /** Once a list is changed. */
  const load = (thenHere: () => void): void => {
    if (own === visit.current) thenHere();
    void lists.load();
  };
  const leave = (said: string, listId: string): void =>
    load(() => go({ is: 'index', said }, said === '' ? `[data-list="${CSS.escape(listId)}"]` : 'h2'));
  return (
    <div ref={root}>
      {screen.is === 'index' && (
        <ListsIndex
          lists={lists}
          said={screen.said}
          onOpen={(list) => go({ is: 'list', list, said: '' })}
          onCreate={() => go({ is: 'create' })}
        />
      )}
      {screen.is === 'create' && (
        <CreateList
          onCreated={(list, said) => load(() => go(list === null ? { is: 'index', said } : { is: 'list', list, said }))}
          onCancel={() => go(INDEX, '#new-list')}
        />
      )}
      {screen.is === 'list' && (
        <OpenListProvider
          key={screen.list.list_id}
          value={{
            list: screen.list,
            shelf,
            onRenamed: (list) => load(() => setScreen({ is: 'list', list, said: '' })),
            onDeleted: (said) => leave(said, screen.list.list_id),
            onGone: () => leave(LIST_GONE, screen.list.list_id),
          }}
        >
          <ListView said={screen.said} onBack={() => leave('', screen.list.list_id)} />
        </OpenListProvider>
      )}
    </div>
  );
}

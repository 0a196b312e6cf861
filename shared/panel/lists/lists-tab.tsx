import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeyStatus } from '../../client/check-key';
import type { SavedList } from '../../client/resources/list-answers';
import { makeAct } from '../act';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from '../bulk/bulk-engine';
import { keepFocus } from '../bulk/keep-focus';
import type { PanelHost } from '../panel-host';
import { CreateList } from './create-list';
import { LIST_GONE } from './list-text';
import { ListView } from './list-view';
import { ListsIndex, useListIndex } from './lists-index';
import { makeMembersShelf } from './fetch-members';

interface Props {
  readonly host: PanelHost;
  readonly bulk: BulkHost;
  /** `null`: not known yet. */
  readonly keyStatus: KeyStatus | null;
  /** Changes with the key. */
  readonly keyNews: string;
  /** Whether somebody sees this tab. */
  readonly isOn: boolean;
  /** Leads to where the key is set. */
  readonly onKey: () => void;
}

type Screen =
  | { readonly is: 'index'; readonly said: string }
  | { readonly is: 'create' }
  | { readonly is: 'list'; readonly list: SavedList; readonly said: string };

const INDEX: Screen = { is: 'index', said: '' };

/** The lists of the key's owner. Lists belong to a person: https://docs.tracedata.ai/authentication/. */
export function ListsTab(props: Props) {
  const { keyStatus, onKey } = props;
  if (keyStatus === null) return null;
  if (keyStatus.hasKey && keyStatus.keyClass === 'user') return <OwnLists key={keyStatus.account} {...props} />;
  return (
    <section aria-labelledby="index-title">
      <h2 id="index-title">Lists</h2>
      <p>
        {keyStatus.hasKey
          ? 'Lists belong to a person, so this organization key cannot open them. Use your own key from app.tracedata.ai, under Settings › API Key.'
          : 'Set your own API key to see your lists.'}
      </p>
      <div class="buttons">
        <button type="button" class="main" onClick={onKey}>
          {keyStatus.hasKey ? 'Replace key' : 'Set key'}
        </button>
      </div>
    </section>
  );
}

function OwnLists({ host, bulk, keyNews, isOn }: Props) {
  const act = useMemo(() => makeAct(host.ask), [host]);
  const engine = useMemo(() => new BulkEngine(bulk), [bulk]);
  const shelf = useMemo(makeMembersShelf, []);
  const lists = useListIndex(act, keyNews, isOn);
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
  /** Which of all screens is shown: what comes late of one that was left leads nobody away from another. */
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
          act={act}
          engine={engine}
          isOn={isOn}
          onCreated={(list, said) => load(() => go(list === null ? { is: 'index', said } : { is: 'list', list, said }))}
          onCancel={() => go(INDEX, '#new-list')}
        />
      )}
      {screen.is === 'list' && (
        <ListView
          key={screen.list.list_id}
          act={act}
          engine={engine}
          shelf={shelf}
          list={screen.list}
          said={screen.said}
          isOn={isOn}
          onRenamed={(list) => load(() => setScreen({ is: 'list', list, said: '' }))}
          onDeleted={(said) => leave(said, screen.list.list_id)}
          onGone={() => leave(LIST_GONE, screen.list.list_id)}
          onBack={() => leave('', screen.list.list_id)}
        />
      )}
    </div>
  );
}

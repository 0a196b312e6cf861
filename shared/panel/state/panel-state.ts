import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { makeAct, type Act } from '../protocol';
import type { RunStage } from '../enrich/run-stage';
import type { PanelHost } from '../panel-host';
import { useRetry, type Retry } from './use-retry';
import { keepLastTab, readLastTab, takeFocus } from './last-tab';
import { useShown } from './reread';
import type { RecipeId } from '../../recipes/index';
import type { TabId } from './tabs';
import { useKey, type Keys } from './use-key';
import { useSpending, type Spending } from './use-spending';
import { makeShared } from '../common/shared-value';

/** The state of the panel. Its parts read it here instead of passing it down. */
export interface Panel {
  readonly host: PanelHost;
  readonly act: Act;
  readonly keys: Keys;
  readonly spending: Spending;
  readonly retry: Retry;
  /** The enrichment of the file. */
  readonly stage: RunStage;
  readonly setStage: (stage: RunStage) => void;
  /** How often lists were changed outside of their tab. */
  readonly listChanges: number;
  readonly noteListChange: () => void;
  readonly tabs: readonly TabId[];
  readonly tab: TabId;
  /** Opens a tab. @param focus what gets the focus once it is there, as a selector; absent: nothing */
  readonly open: (tab: TabId, focus?: string) => void;
  /** What the user wants to check for changes, a company or all of the file; `null`: nothing so far. */
  readonly toCheck: ToCheck | null;
  /** Opens the check for changes with this in it. */
  readonly check: (what: ToCheck) => void;
  /** How many answers of the file are old, if the user is to be told. */
  readonly oldAnswers: number;
  readonly setOldAnswers: (answers: number) => void;
  /** The recipe that the user chose in another tab; `null`: none so far. */
  readonly toMake: { readonly id: RecipeId } | null;
  /** Opens a recipe. */
  readonly makeRecipe: (id: RecipeId) => void;
  /** Opens the place where the key is set or replaced. */
  readonly openKey: () => void;
  /** Whether a person sees this tab: only then it asks its host. */
  readonly sees: (tab: TabId) => boolean;
  /** Whether a person sees the panel, and the host has told of the key. */
  readonly isOn: boolean;
  /** Whether a person has seen it so far. */
  readonly hasOpened: boolean;
  /** Whether there is only the welcome card. */
  readonly isWelcome: boolean;
  /** Whether a person goes on without a key. */
  readonly isWithout: boolean;
  /** Goes on without a key, at a tab. */
  readonly goWithout: (tab: TabId) => void;
  /** What happened before it began, such as that everything was removed; `''`: nothing. */
  readonly before: string;
  /** Begins again, once Trace is removed from the file. */
  readonly onRemoved: () => void;
}

type ToCheck = { readonly from: 'one'; readonly domain: string } | { readonly from: 'file' | 'enriched' };

export const [PanelProvider, usePanel] = makeShared<Panel>();

const OPENING: RunStage = { is: 'opening' };

/** Begins the state of the panel. @param root what gets the focus is looked for in it */
export function usePanelState(root: HTMLElement, host: PanelHost, outside: Pick<Panel, 'before' | 'onRemoved'>): Panel {
  const isShown = useShown(root, host.onOpen);
  const keys = useKey(root, host, isShown);
  const { key } = keys.state;
  const isOn = isShown && keys.news !== 'unknown';
  const spending = useSpending(root, host, keys.news, isOn && host.offers.has('spending'));
  const retry = useRetry(
    host,
    { isNew: keys.news === 'new', account: key?.hasKey === true ? key.account : null },
    isOn,
  );
  const act = useMemo(() => makeAct(host.ask), [host]);
  const [stage, setStage] = useState<RunStage>(OPENING);
  const [listChanges, setListChanges] = useState(0);
  const tabs = tabsOf(host);
  const [tab, setTab] = useState(() => readLastTab(tabs));
  const [focusFirst] = useState(takeFocus);
  // The self-test works without a key; otherwise the panel asks for one first.
  const [isWithout, setWithout] = useState(focusFirst === '#self-test-title');
  const [hasOpened, setOpened] = useState(false);
  const [toCheck, setToCheck] = useState<Panel['toCheck']>(null);
  const [toMake, setToMake] = useState<Panel['toMake']>(null);
  const [oldAnswers, setOldAnswers] = useState(0);
  /** What gets the focus once its tab is there. */
  const [goal, setGoal] = useState(focusFirst);
  const isWelcome = key?.hasKey === false && !isWithout;
  const open = (next: TabId, focus = ''): void => {
    setGoal(focus);
    setTab(next);
    keepLastTab(next);
  };
  useEffect(() => {
    if (isOn) setOpened(true);
    if (key?.hasKey === true) setWithout(false);
  }, [isOn, key]);
  useLayoutEffect(() => {
    if (goal === '') return;
    const found = root.querySelector<HTMLElement>(goal);
    // What loads later gets it later.
    if (found === null) return;
    unfold(found);
    found.focus();
    setGoal('');
  });
  return {
    ...outside,
    ...{
      toCheck,
      oldAnswers,
      setOldAnswers,
      toMake,
      host,
      act,
      keys,
      spending,
      retry,
      tabs,
      tab,
      open,
      isOn,
      hasOpened,
      isWelcome,
      isWithout,
      stage,
      setStage,
      listChanges,
    },
    noteListChange: () => setListChanges((before) => before + 1),
    check(what) {
      // A new object, so that the same wish counts again.
      setToCheck({ ...what });
      open('activity', '#check-title');
    },
    makeRecipe(id) {
      setToMake({ id });
      open('formula', '#recipe-title');
    },
    openKey() {
      if (key?.hasKey === true) keys.swap('replacing');
      open('settings');
    },
    sees: (each) => isOn && each === tab && !isWelcome,
    goWithout(next) {
      setWithout(true);
      open(next, `#tab-${next}`);
    },
  };
}

function tabsOf({ bulk, explore, offers }: PanelHost): readonly TabId[] {
  const hasActivity = bulk !== undefined || offers.has('spending') || offers.has('retryProblems');
  return [
    ...(bulk === undefined ? [] : (['enrich'] as const)),
    ...(explore === undefined ? [] : (['explore'] as const)),
    ...(bulk === undefined || !offers.has('act') ? [] : (['lists'] as const)),
    ...(hasActivity ? (['activity'] as const) : []),
    ...(explore === undefined ? [] : (['formula'] as const)),
    'settings',
  ];
}

/** What is folded away takes no focus. */
function unfold(element: HTMLElement): void {
  for (let fold = element.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
}

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AccountMenu } from './account-menu';
import { ActivityTab } from '../activity/activity-tab';
import { Banner, SelectedProblem } from './banner';
import type { RunStage } from '../bulk/run-stage';
import { Mark } from '../common/icon';
import { EnrichTab, ExploreTab, FormulaDoor, NotLoaded, useLoaded, type LoadParts } from './loaded-tabs';
import { toDoubt, toNews, toNeeds, type Need } from './needs';
import { KeyOpening, Welcome } from './welcome';
import type { PanelHost } from '../panel-host';
import { SettingsTab } from '../settings/settings-tab';
import { TabList } from './tab-list';
import { keepLastTab, readLastTab, takeFocus } from '../state/last-tab';
import type { TabId } from '../state/tabs';
import { useKey } from '../state/use-key';
import { useRetry } from '../use-retry';
import { useShown } from '../state/look-again';
import { useSpending } from '../state/use-spending';

interface Props {
  readonly root: HTMLElement;
  readonly host: PanelHost;
  readonly loads: LoadParts;
  /** What has happened before, such as that everything was removed. */
  readonly before: string;
  readonly onRemoved: () => void;
}

const OPENING: RunStage = { is: 'opening' };

/** The panel: header, tabs, what needs a person, and the open tab. The others stay, so that no enrichment is lost. */
export function Frame({ root, host, loads, before, onRemoved }: Props) {
  const isShown = useShown(root, host.onOpen);
  const keys = useKey(root, host, isShown);
  const { key, errand } = keys.state;
  const isThere = keys.news !== 'unknown';
  const isOn = isShown && isThere;
  const spending = useSpending(root, host, keys.news, isOn && host.offers.has('spending'));
  const retry = useRetry(
    host,
    { isNew: keys.news === 'new', account: key?.hasKey === true ? key.account : null },
    isOn,
  );
  const [stage, setStage] = useState<RunStage>(OPENING);
  const tabs = tabsOf(host);
  const [tab, setTab] = useState(() => readLastTab(tabs));
  const [focusFirst] = useState(takeFocus);
  // The self-test works without a key, for which the panel asks first otherwise.
  const [isWithout, setWithout] = useState(focusFirst === '#self-test-title');
  const [hasOpened, setOpened] = useState(false);
  /** What gets the focus once its tab is there. */
  const goal = useRef(focusFirst);
  const isWelcome = key?.hasKey === false && !isWithout;
  const enrich = useLoaded(host.bulk, loads.enrich, isOn && !isWelcome);
  const lists = useLoaded(
    host.bulk,
    loads.lists,
    isOn && !isWelcome && tab !== 'enrich' && tab !== 'explore' && tab !== 'formula',
  );
  const { status, fetching } = spending.state;

  const choose = (next: TabId, focus = ''): void => {
    goal.current = focus;
    setTab(next);
    keepLastTab(next);
  };
  useEffect(() => {
    if (isOn) setOpened(true);
    if (key?.hasKey === true) setWithout(false);
  }, [isOn, key]);
  useLayoutEffect(() => {
    if (goal.current === '') return;
    const found = root.querySelector<HTMLElement>(goal.current);
    // What loads later gets it later.
    if (found === null) return;
    found.focus();
    goal.current = '';
  });
  const openKey = (): void => {
    if (key?.hasKey === true) keys.swap('replacing');
    choose('settings');
  };
  const help = (need: Need): void => {
    switch (need.is) {
      case 'refusedKey':
        keys.swap('replacing');
        return choose('settings');
      case 'run':
        return choose('enrich', '#tab-enrich');
      case 'limit':
        return status?.unconfirmed === undefined ? undefined : spending.choose(status.unconfirmed);
      case 'waiting':
        return status === null || status.waiting.isLeast || status.isOthers === true
          ? choose('activity', '#tab-activity')
          : spending.fetchWaiting(status.waiting.credits);
      case 'problems':
        choose('activity', '#tab-activity');
        return void retry.retry();
    }
  };
  const needs =
    !isThere || isWelcome
      ? []
      : toNeeds({
          key,
          status,
          stage: host.bulk === undefined ? null : stage,
          retry: host.offers.has('retryProblems') ? retry.suggested : null,
          tab,
        });
  const said = toNews({
    keys: keys.state,
    spending: spending.state,
    before: isWithout ? '' : before,
    tab,
  });
  const doubt = toDoubt(keys.state, tab);
  const hasTabs = tabs.length > 1;
  const panel = (id: TabId) => ({
    class: 'tab-panel',
    hidden: id !== tab || isWelcome,
    ...(hasTabs ? { id: `panel-${id}`, role: 'tabpanel' as const, 'aria-labelledby': `tab-${id}` } : {}),
  });
  return (
    <>
      <header class="head">
        <Mark />
        <h1>Trace</h1>
        {key !== null && !isWelcome && (
          <AccountMenu
            keyStatus={key}
            status={status}
            onSettings={() => choose('settings', '#tab-settings')}
            {...(host.payer === undefined ? {} : { payer: host.payer })}
          />
        )}
        {isThere && !isWelcome && hasTabs && <TabList tabs={tabs} current={tab} onChoose={choose} />}
      </header>
      {host.notice !== undefined && <p class="notice">{host.notice}</p>}
      <Banner needs={needs} isBusy={fetching !== null || errand !== null} onHelp={help} />
      <SelectedProblem host={host} isOn={isOn} />
      <p role="status" class={said === '' ? '' : 'notice'}>
        {said}
      </p>
      <p role="alert" class={doubt === '' ? '' : 'notice problem'}>
        {doubt}
      </p>
      {!isThere && <KeyOpening keys={keys} />}
      {isWelcome && (
        <Welcome
          host={host}
          keys={keys}
          onWithout={() => {
            setWithout(true);
            choose(tab, `#tab-${tab}`);
          }}
          onPractice={() => {
            setWithout(true);
            choose('enrich', '#tab-enrich');
          }}
        />
      )}
      {hasOpened && isThere && (
        <>
          {host.bulk !== undefined && (
            <div {...panel('enrich')}>
              <EnrichTab enrich={enrich} isShown={isOn} isOpen={tab === 'enrich' && !isWelcome} onStage={setStage} />
            </div>
          )}
          {host.explore !== undefined && (
            <div {...panel('explore')}>
              <ExploreTab
                host={host}
                load={loads.explore}
                isOn={isOn && tab === 'explore' && !isWelcome}
                keyNews={key?.hasKey === true ? key.account : ''}
              />
            </div>
          )}
          {tabs.includes('lists') && (
            <div {...panel('lists')}>
              {lists.is === 'ready' ? (
                <lists.parts.ListsTab
                  host={host}
                  bulk={lists.host}
                  keyStatus={key}
                  keyNews={keys.news}
                  isOn={isOn && tab === 'lists' && !isWelcome}
                  onKey={openKey}
                />
              ) : (
                <NotLoaded is={lists.is} title="Lists" />
              )}
            </div>
          )}
          {tabs.includes('activity') && (
            <div {...panel('activity')}>
              <ActivityTab
                host={host}
                spending={spending}
                retry={retry}
                stage={host.bulk === undefined ? null : stage}
                lists={lists}
                keyStatus={key}
                isOn={isOn && tab === 'activity' && !isWelcome}
                onKey={openKey}
                onRaiseLimit={() => choose('settings', '#spend-limit')}
                onEnrich={() => choose('enrich', '#tab-enrich')}
              />
            </div>
          )}
          {host.explore !== undefined && (
            <div {...panel('formula')}>
              <FormulaDoor host={host} load={loads.explore} isOn={isOn && tab === 'formula' && !isWelcome} />
            </div>
          )}
          <div {...panel('settings')}>
            <SettingsTab
              host={host}
              keys={keys}
              hasKeyCard={!isWelcome}
              spending={spending}
              enrich={enrich}
              isOn={isOn && tab === 'settings' && !isWelcome}
              lists={lists}
              onKey={openKey}
              onActivity={() => choose('activity', '#tab-activity')}
              onRemoved={onRemoved}
            />
          </div>
        </>
      )}
    </>
  );
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

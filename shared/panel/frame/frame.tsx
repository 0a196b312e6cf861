import { useRef } from 'preact/hooks';
import { Logo } from '../common/icon';
import { ActivityTab } from '../activity/activity-tab';
import type { PanelHost } from '../panel-host';
import { SettingsTab } from '../settings/settings-tab';
import { PanelProvider, usePanelState } from '../state/panel-state';
import type { TabId } from '../state/tabs';
import { AccountMenu } from './account-menu';
import { CellBanner } from '../cell/cell-banner';
import { Banner, News } from './banner';
import { LoadedTab, TabPanel, useLoaded, type LoadParts } from './loaded-tabs';
import { TabList } from './tab-list';
import { KeyOpening, Welcome } from './welcome';

interface Props {
  readonly root: HTMLElement;
  readonly host: PanelHost;
  readonly loads: LoadParts;
  /** What has happened before, such as that everything was removed. */
  readonly before: string;
  readonly onRemoved: () => void;
}

/** These need nothing of what the lists load. */
const WITHOUT_LISTS: ReadonlySet<TabId> = new Set(['enrich', 'explore', 'formula']);

/** The panel: header, tabs, what needs a person, and the open tab. The others stay, so that no enrichment is lost. */
export function Frame({ root, host, loads, before, onRemoved }: Props) {
  const panel = usePanelState(root, host, { before, onRemoved });
  const { keys, tabs, tab, sees, isOn, isWelcome, spending } = panel;
  // A button that grew with its text would move under the pointer.
  const wasTold = useRef(false);
  wasTold.current ||= !host.offers.has('spending') || spending.state.status !== null || spending.state.problem !== null;
  const isThere = keys.news !== 'unknown';
  const mayLoad = isOn && !isWelcome;
  const enrich = useLoaded(host.bulk, loads.enrich, mayLoad);
  const explore = useLoaded(host.explore, loads.explore, sees('explore'));
  const formula = useLoaded(host.explore, loads.explore, sees('formula'));
  const lists = useLoaded(host.bulk, loads.lists, mayLoad && !WITHOUT_LISTS.has(tab));
  return (
    <PanelProvider value={panel}>
      <header class="head">
        <Logo />
        <h1>Trace</h1>
        {keys.state.key !== null && !isWelcome && wasTold.current && <AccountMenu keyStatus={keys.state.key} />}
        {isThere && !isWelcome && tabs.length > 1 && <TabList />}
      </header>
      {host.notice !== undefined && <p class="notice">{host.notice}</p>}
      <Banner />
      <CellBanner load={loads.explore} />
      <News />
      {!isThere && <KeyOpening />}
      {isWelcome && <Welcome />}
      {enrich.is === 'ready' && keys.state.key?.hasKey === true && host.offers.has('act') && (
        <enrich.parts.OldAnswersWatch key={keys.state.key.account} host={enrich.host} />
      )}
      {panel.hasOpened && isThere && (
        <>
          {host.bulk !== undefined && (
            <LoadedTab of="enrich" loaded={enrich}>
              {({ EnrichSection }) => <EnrichSection />}
            </LoadedTab>
          )}
          {host.explore !== undefined && (
            <LoadedTab of="explore" loaded={explore}>
              {({ ExploreSection }) => <ExploreSection />}
            </LoadedTab>
          )}
          {tabs.includes('lists') && (
            <LoadedTab of="lists" loaded={lists}>
              {({ ListsTab }) => <ListsTab />}
            </LoadedTab>
          )}
          {tabs.includes('activity') && (
            <TabPanel of="activity">
              <ActivityTab lists={lists} />
            </TabPanel>
          )}
          {host.explore !== undefined && (
            <LoadedTab of="formula" loaded={formula}>
              {({ FormulaTab }) => <FormulaTab />}
            </LoadedTab>
          )}
          <TabPanel of="settings">
            <SettingsTab enrich={enrich} lists={lists} />
          </TabPanel>
        </>
      )}
    </PanelProvider>
  );
}

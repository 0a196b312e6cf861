import { HelpSection } from './help-section';
import { KeyCard } from './key-card';
import { ListsSection } from './lists-section';
import type { ListsParts } from '../lists';
import type { PanelHost } from '../panel-host';
import { RequestLog } from './request-log';
import { SpendingCard } from './spending-card';
import type { Enrich, Loaded } from '../frame/loaded-tabs';
import type { Keys } from '../state/use-key';
import type { Spending } from '../state/use-spending';

interface Props {
  readonly host: PanelHost;
  readonly keys: Keys;
  /** Whether the key is set here, and not on the welcome card. */
  readonly hasKeyCard: boolean;
  readonly spending: Spending;
  readonly enrich: Enrich;
  /** Whether somebody sees this tab. */
  readonly isOn: boolean;
  readonly lists: Loaded<ListsParts>;
  readonly onKey: () => void;
  readonly onActivity: () => void;
  readonly onRemoved: () => void;
}

/** The key, limits, presets, saved answers, requests and help. */
export function SettingsTab(props: Props) {
  const { host, keys, hasKeyCard, spending, enrich, lists, isOn, onRemoved } = props;
  const { news } = keys;
  const docs = host.docs === undefined ? {} : { docs: host.docs };
  return (
    <>
      {hasKeyCard && <KeyCard host={host} keys={keys} />}
      {host.offers.has('spending') && <SpendingCard host={host} spending={spending} />}
      {host.offers.has('setListsAllowed') && <ListsSection host={host} keyNews={news} isOn={isOn} />}
      {enrich.is === 'ready' && (
        <>
          <enrich.parts.PresetsCard host={enrich.host} isOn={isOn} />
          <enrich.parts.StoredSection host={enrich.host} keyNews={news} isOn={isOn} onRemoved={onRemoved} />
        </>
      )}
      {lists.is === 'ready' && lists.host.freezing !== undefined && (
        <lists.parts.FreezeCard freezing={lists.host.freezing} />
      )}
      {lists.is === 'ready' && (
        <lists.parts.DiagnoseCard host={host} bulk={lists.host} onKey={props.onKey} onActivity={props.onActivity} />
      )}
      {host.offers.has('requestLog') && <RequestLog host={host} isOn={isOn} />}
      <HelpSection {...docs}>{lists.is === 'ready' && <lists.parts.FunctionList {...docs} />}</HelpSection>
    </>
  );
}

import { FunctionList } from './function-list';
import { KeyCard } from './key-card';
import { ListsSection } from './lists-section';
import type { PageHost } from './page-host';
import { RequestLog } from './request-log';
import { SpendingCard } from './spending-card';
import type { Enrich } from './enrich-tab';
import type { Keys } from './use-key';
import type { Spending } from './use-spending';

interface Props {
  readonly host: PageHost;
  readonly keys: Keys;
  /** Whether the key is set here, and not on the welcome card. */
  readonly hasKeyCard: boolean;
  readonly spending: Spending;
  readonly enrich: Enrich;
  /** Whether somebody sees this tab. */
  readonly isOn: boolean;
  readonly onRemoved: () => void;
}

/** The key, limits, presets, saved answers, requests and help. */
export function SettingsTab({ host, keys, hasKeyCard, spending, enrich, isOn, onRemoved }: Props) {
  const { news } = keys;
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
      {host.offers.has('requestLog') && <RequestLog host={host} isOn={isOn} />}
      <FunctionList {...(host.docs === undefined ? {} : { docs: host.docs })} />
    </>
  );
}

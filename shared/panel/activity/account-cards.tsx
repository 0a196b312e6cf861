import type { BulkHost } from '../bulk-host';
import { Sheet } from '../common/sheet';
import { RefreshCard } from './refresh-card';
import { StaleCard } from './stale-card';

/** What goes on in the account at Trace for companies of this file. */
export function AccountCards({ host }: { readonly host: BulkHost }) {
  return (
    <Sheet host={host}>
      <RefreshCard />
      <StaleCard />
    </Sheet>
  );
}

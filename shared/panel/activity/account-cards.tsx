import type { BulkHost } from '../bulk-host';
import { Sheet } from '../common/sheet';
import { CheckCard } from './check-card';

/** The cards that need the account at Trace as well as the sheet. */
export function AccountCards({ host }: { readonly host: BulkHost }) {
  return (
    <Sheet host={host}>
      <CheckCard />
    </Sheet>
  );
}

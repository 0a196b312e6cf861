import { useState } from 'preact/hooks';
import type { BulkHost } from './bulk-host';

/** Whether the panel opens by itself. */
export function OpeningCard({ opening }: { readonly opening: NonNullable<BulkHost['opening']> }) {
  const [isOn, setOn] = useState(opening.isOn);
  return (
    <section aria-labelledby="opening-title">
      <h2 id="opening-title">Opening the panel</h2>
      <label class="choice">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          onChange={({ currentTarget }) => {
            setOn(currentTarget.checked);
            opening.set(currentTarget.checked);
          }}
        />
        Open when cells need a key or approval
      </label>
    </section>
  );
}

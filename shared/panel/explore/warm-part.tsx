import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NotLoaded } from '../not-loaded';
import type { WarmProps } from './exploring';

/** Warm paths, whose script is loaded when they are opened. Closed, they stay, so that no answers are missed. */
export function WarmPart({ exploring, isOn }: WarmProps) {
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [Card, setCard] = useState<FunctionComponent<WarmProps> | null>(null);
  useEffect(() => {
    if (!isOpen || Card !== null) return;
    exploring.loads.warm().then(
      (loaded) => setCard(() => loaded.WarmCard),
      () => setFailed(true),
    );
  }, [isOpen]);
  return (
    <details class="card warm" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Warm paths</summary>
      {Card === null ? (
        isOpen && <NotLoaded is={hasFailed ? 'failed' : 'loading'} name="Warm paths" />
      ) : (
        <Card exploring={exploring} isOn={isOn && isOpen} />
      )}
    </details>
  );
}

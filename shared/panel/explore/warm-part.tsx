import { useEffect, useState } from 'preact/hooks';
import { NotLoaded } from '../not-loaded';
import type { WarmCard } from '../warm/warm-card';
import type { Exploring } from './exploring';

interface Props {
  readonly exploring: Exploring;
  /** Whether somebody sees the tab. */
  readonly isOn: boolean;
}

/** Warm paths, whose script is loaded when they are opened. Closed, they stay, so that no answers are missed. */
export function WarmPart({ exploring, isOn }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [Card, setCard] = useState<typeof WarmCard | null>(null);
  useEffect(() => {
    if (!isOpen || Card !== null) return;
    import('../warm/warm-card').then(
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

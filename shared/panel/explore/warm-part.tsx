import { useState } from 'preact/hooks';
import { WarmCard } from '../warm/warm-card';
import type { Exploring } from './exploring';

interface Props {
  readonly exploring: Exploring;
  /** Whether somebody sees the tab. */
  readonly isOn: boolean;
}

/** Warm paths, once they are opened. Closed again, they stay, so that no answers are missed. */
export function WarmPart({ exploring, isOn }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [hasOpened, setOpened] = useState(false);
  return (
    <details
      class="card warm"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        if (open) setOpened(true);
      }}
    >
      <summary>Warm paths</summary>
      {hasOpened && <WarmCard exploring={exploring} isOn={isOn && isOpen} />}
    </details>
  );
}

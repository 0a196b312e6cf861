import { count } from '../common/words';
import { toShortPrice } from './bulk-text';
import type { PlannedRun } from './planned-run';
import { PressButton } from './press-button';

interface Props {
  readonly planned: PlannedRun;
  /** In credits; `null`: none is set. */
  readonly limit: number | null;
  readonly isOff: boolean;
  readonly onStart: () => void;
}

/** The price before the click, and the button that starts. */
export function ActionBar({ planned, limit, isOff, onStart }: Props) {
  const rows = count(planned.plan.rows.length, 'row', 'rows');
  return (
    <div class="action-bar" role="group" aria-label="Price and start">
      <p>
        <b>{toShortPrice(planned.price, limit)}</b>
        <span>{rows}</span>
      </p>
      <PressButton isMain isOff={isOff} onPress={onStart}>
        Enrich {rows}
      </PressButton>
    </div>
  );
}

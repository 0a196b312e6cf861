import type { ComponentChildren } from 'preact';
import type { RunPrice } from '../../enrich/plan/price';
import { count } from '../common/words';
import { toShortPrice } from './run-text';

interface Props {
  /** `null` while it is worked out. */
  readonly price: RunPrice | null;
  /** In credits; `null`: none is set. */
  readonly limit: number | null;
  readonly rows: number;
  readonly children: ComponentChildren;
}

/** The price before the click, and the buttons that it belongs to. */
export function ActionBar({ price, limit, rows, children }: Props) {
  return (
    <div class="action-bar" role="group" aria-label="Price and start">
      <p>
        <b>{price === null ? '…' : toShortPrice(price, limit)}</b>
        <span>{count(rows, 'row', 'rows')}</span>
      </p>
      {children}
    </div>
  );
}

import { toCreditsText } from '../common/words';
import { useRef, useState } from 'preact/hooks';
import { Facts } from '../common/figures';
import { Icon } from '../common/icon';
import { toClassText, toStandingText } from '../state/key-state';
import type { KeyStatus } from '../../client/key';
import { usePanel } from '../state/panel-state';
import type { SpendingState } from '../state/spending-state';
import { toFormulasText, toLeftText, toRunsText, toTodayText } from '../state/spending-text';
import { useLeave } from '../common/use-leave';

const ID = 'account';

interface Props {
  readonly keyStatus: KeyStatus;
}

/** The key's account, who pays, what was spent today, and what is left if Trace has said so. */
export function AccountMenu({ keyStatus }: Props) {
  const { host, spending, open } = usePanel();
  const { status, left } = spending.state;
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLeave(place, isOpen, () => setOpen(false));
  const close = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  const isRefused = keyStatus.hasKey && keyStatus.standing === 'refused';
  return (
    <div ref={place} class="account" onKeyDown={close}>
      <button
        ref={button}
        type="button"
        class="quiet"
        aria-expanded={isOpen}
        aria-controls={ID}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="spent">
          <span>{isRefused ? 'Key refused' : status === null ? 'Account' : toTodayText(status)}</span>
          {!isRefused && left !== null && <span>{toLeftText(left.credits)}</span>}
        </span>
        <Icon name="down" />
      </button>
      <div id={ID} class="menu" role="group" aria-label="Account" hidden={!isOpen}>
        {isOpen && (
          <>
            <Facts of={toFacts(keyStatus, spending.state)} />
            {host.payer !== undefined && <p class="note">{host.payer}</p>}
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                open('settings', '#tab-settings');
              }}
            >
              Key and limits
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function toFacts(key: KeyStatus, { status, left }: SpendingState): readonly (readonly [name: string, text: string])[] {
  const ofKey = key.hasKey
    ? ([
        ['Key', `${key.masked}, ${toStandingText(key)}`],
        ['Type', toClassText(key)],
      ] as const)
    : ([['Key', 'None']] as const);
  if (status === null) return ofKey;
  const today = [
    ['Formulas today', toFormulasText(status)],
    ['Enrichments today', toRunsText(status)],
  ] as const;
  return [...ofKey, ...today, ...(left === null ? [] : [['Left', toCreditsText(left.credits)] as const])];
}

import { useLayoutEffect, useRef, useState, useEffect } from 'preact/hooks';
import { PressButton } from '../bulk/press-button';
import { Icon } from '../common/icon';
import type { Need } from './needs';
import type { PanelHost } from '../panel-host';

interface BannerProps {
  readonly needs: readonly Need[];
  readonly isBusy: boolean;
  readonly onHelp: (need: Need) => void;
}

/** What needs a person: the most urgent, with the button that helps. Others unfold. */
export function Banner({ needs, isBusy, onHelp }: BannerProps) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const more = needs.length - 1;
  // A button that goes with its reason would leave a keyboard at the top of the page.
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    hadFocus.current = false;
    const panel = place.current?.closest('.trace-panel');
    panel?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  });
  return (
    <div
      ref={place}
      class="banners"
      role="status"
      onfocusin={() => (hadFocus.current = true)}
      onfocusout={({ relatedTarget }: FocusEvent) => (hadFocus.current = relatedTarget === null)}
    >
      {needs.slice(0, isOpen ? needs.length : 1).map((need) => (
        <div key={need.is} class="banner">
          <Icon name={need.is === 'waiting' ? 'clock' : 'warning'} />
          <p>{need.text}</p>
          <PressButton isOff={isBusy} onPress={() => onHelp(need)}>
            {need.button}
          </PressButton>
        </div>
      ))}
      {more > 0 && (
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show less' : `${more} more`}
        </button>
      )}
    </div>
  );
}

interface SelectedProblemProps {
  readonly host: PanelHost;
  /** Whether a person sees the panel. */
  readonly isOn: boolean;
}

/** What is wrong with the selected cell, where the cell itself may only show an error. */
export function SelectedProblem({ host, isOn }: SelectedProblemProps) {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    setSentence('');
    return isOn ? host.onSelectedProblem?.(setSentence) : undefined;
  }, [host, isOn]);
  return (
    <div class="banners" role="status">
      {sentence !== '' && (
        <div class="banner">
          <Icon name="warning" />
          <p>Selected cell: {sentence}</p>
        </div>
      )}
    </div>
  );
}

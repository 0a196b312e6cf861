import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PressButton } from '../common/press-button';
import { Icon } from '../common/icon';
import { usePanel, type Panel } from '../state/panel-state';
import { toDoubt, toNeeds, toNews, type Need } from './needs';
import { Said } from '../common/outcome';
import { mayApprove } from '../state/spending-text';

/** The most urgent task for the user, with the button that helps. Others unfold. */
export function Banner() {
  const panel = usePanel();
  const needs = needsOf(panel);
  const isBusy = panel.spending.state.fetching !== null || panel.keys.state.errand !== null;
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const more = needs.length - 1;
  // A button that disappears with its reason would send keyboard users to the top of the page.
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
          <Icon name={need.is === 'waiting' || need.is === 'old' ? 'clock' : 'warning'} />
          <p>{need.text}</p>
          <PressButton isOff={isBusy} onPress={() => help(panel, need)}>
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

function needsOf({ host, keys, spending, stage, retry, oldAnswers, tab, isWelcome }: Panel): readonly Need[] {
  if (keys.news === 'unknown' || isWelcome) return [];
  return toNeeds({
    key: keys.state.key,
    status: spending.state.status,
    stage,
    retry: host.offers.has('retryProblems') ? retry.suggested : null,
    oldAnswers,
    tab,
  });
}

function help({ keys, spending, retry, open, check, setOldAnswers }: Panel, need: Need): void {
  const { status } = spending.state;
  switch (need.is) {
    case 'refusedKey':
      keys.swap('replacing');
      return open('settings');
    case 'run':
      return open('enrich', '#tab-enrich');
    case 'limit':
      return status?.unconfirmed === undefined ? undefined : spending.choose(status.unconfirmed);
    case 'waiting':
      return status === null || status.waiting.isLeast || !mayApprove(status)
        ? open('activity', '#tab-activity')
        : spending.fetchWaiting(status.waiting.credits);
    case 'problems':
      open('activity', '#tab-activity');
      return void retry.retry();
    case 'old':
      setOldAnswers(0);
      return check({ from: 'file' });
  }
}

/** What is under way or done elsewhere, until the person goes to another tab, and why a saved key may not work. */
export function News() {
  const { keys, spending, tab, before, isWithout } = usePanel();
  const told = { keys: keys.state, spending: spending.state, before: isWithout ? '' : before };
  const news = toNews({ ...told, tab });
  /** The open tab may tell the same beside its own controls. */
  const isOver = toNews({ ...told, tab: 'enrich' }) === '';
  const [read, setRead] = useState('');
  const shown = useRef({ tab, news });
  useLayoutEffect(() => {
    const last = shown.current;
    if (isOver) setRead('');
    else if (last.tab !== tab && last.news !== '') setRead(last.news);
    shown.current = { tab, news };
  }, [tab, news, isOver]);
  const said = news === read ? '' : news;
  const doubt = toDoubt(keys.state, tab);
  return (
    <>
      <Said style={said === '' ? '' : 'notice'}>{said}</Said>
      <p role="alert" class={doubt === '' ? '' : 'notice problem'}>
        {doubt}
      </p>
    </>
  );
}

import { useRef } from 'preact/hooks';
import { Icon } from '../common/icon';
import { usePanel } from '../state/panel-state';
import { TAB_NAMES, type TabId } from '../state/tabs';

/** The tabs, as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ describes them: arrow keys choose. */
export function TabList() {
  const { tabs, tab: current, open } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[to % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    open(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label="Trace" onKeyDown={press}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          class={isSign(tab) ? 'tab is-sign' : 'tab'}
          aria-selected={tab === current}
          aria-controls={`panel-${tab}`}
          tabIndex={tab === current ? 0 : -1}
          {...(isSign(tab) ? { title: TAB_NAMES[tab] } : {})}
          onClick={() => open(tab)}
        >
          {isSign(tab) ? (
            <>
              <Icon name={tab === 'formula' ? 'plus' : 'gear'} />
              <span class="unseen">{TAB_NAMES[tab]}</span>
            </>
          ) : (
            TAB_NAMES[tab]
          )}
        </button>
      ))}
    </div>
  );
}

/** Those at the end have a sign, so that all of them fit beside each other. */
function isSign(tab: TabId): boolean {
  return tab === 'formula' || tab === 'settings';
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../common/icon';
import { usePanel } from '../state/panel-state';
import { TAB_NAMES, type TabId } from '../state/tabs';

/** The tabs of https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: arrow keys open them. */
export function TabList() {
  const { tabs, tab: current, open } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = list.current!;
    const tab = row.querySelector<HTMLElement>(`#tab-${current}`)!;
    row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
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
          class={hasIcon(tab) ? 'tab is-icon' : 'tab'}
          aria-selected={tab === current}
          aria-controls={`panel-${tab}`}
          tabIndex={tab === current ? 0 : -1}
          {...(hasIcon(tab) ? { title: TAB_NAMES[tab] } : {})}
          onClick={() => open(tab)}
        >
          {hasIcon(tab) ? (
            <>
              {tab === 'formula' ? (
                <span class="fx" aria-hidden="true">
                  fx
                </span>
              ) : (
                <Icon name="gear" />
              )}
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

/** The last tabs have an icon instead of a word, so that all tabs fit in one line. */
function hasIcon(tab: TabId): boolean {
  return tab === 'formula' || tab === 'settings';
}

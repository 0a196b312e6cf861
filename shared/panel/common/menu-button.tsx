import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLeave } from './use-leave';

interface MenuItem {
  readonly label: string;
  readonly onChoose: () => void;
}

interface Props {
  /** Of the menu, for screen readers. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly isOff?: boolean;
  /** What the button shows. */
  readonly children: ComponentChildren;
}

/** A button with a small menu: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function MenuButton({ label, items, isOff = false, children }: Props) {
  /** The item with the focus; `null`: the menu is closed. */
  const [active, setActive] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const isOpen = active !== null;
  useLayoutEffect(() => {
    if (active === null) return;
    if (menu.current?.contains(document.activeElement) !== true) menu.current?.scrollIntoView({ block: 'nearest' });
    menu.current?.querySelectorAll('button')[active]?.focus({ preventScroll: true });
  }, [active]);
  useLeave(place, isOpen, () => setActive(null));
  const close = (): void => {
    setActive(null);
    button.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const last = items.length - 1;
    const to: Readonly<Record<string, number | undefined>> = isOpen
      ? {
          ArrowDown: active === last ? 0 : active + 1,
          ArrowUp: active === 0 ? last : active - 1,
          Home: 0,
          End: last,
        }
      : { ArrowDown: 0, ArrowUp: last };
    const next = to[event.key];
    if (isOff || (next === undefined && (event.key !== 'Escape' || !isOpen))) return;
    event.preventDefault();
    if (next === undefined) close();
    else setActive(next);
  };
  return (
    <div ref={place} class="menu-place" onKeyDown={press}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-disabled={isOff}
        onClick={() => !isOff && setActive(isOpen ? null : 0)}
      >
        {children}
      </button>
      <div ref={menu} class="menu-items" role="menu" aria-label={label} hidden={!isOpen}>
        {isOpen &&
          items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
      </div>
    </div>
  );
}

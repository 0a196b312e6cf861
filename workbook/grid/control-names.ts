import { LocaleService, type Univer } from '@univerjs/core';
import { IRibbonService, type IMenuSchema } from '@univerjs/preset-sheets-core';

/** Controls that the grid draws without a name, besides its menus. */
const OTHERS: readonly (readonly [selector: string, names: readonly string[]])[] = [
  ['[data-u-command="sheet.command.toggle-gridlines"]', ['Gridlines']],
  ['[data-u-comp="defined-name"] input', ['Name box']],
  ['[data-u-comp="defined-name"] > a', ['Defined names']],
  ['[data-u-comp="formula-bar"] button', ['Expand formula bar']],
  ['[data-u-comp="sheet-bar-append-button"]', ['Add sheet', 'All sheets', 'Scroll sheets left', 'Scroll sheets right']],
];
const ZOOM_TRACK = '[role="track"]';

/**
 * Names the grid's own buttons for screen readers: the grid shows a name only in a tooltip that it draws beside a button.
 * New ones are named as they appear.
 */
export function nameControls(univer: Univer, container: HTMLElement): void {
  const injector = univer.__getInjector();
  const texts = injector.get(LocaleService);
  const menuNames = new Map<string, string>();
  const readMenus = (menus: readonly IMenuSchema[]): void => {
    for (const { item, children = [] } of menus) {
      const said = item?.tooltip ?? item?.title;
      if (item !== undefined && typeof said === 'string') menuNames.set(item.id, texts.t(said));
      readMenus(children);
    }
  };
  const name = (): void => {
    for (const control of container.querySelectorAll<HTMLElement>('[data-u-command]')) {
      nameControl(control, menuNames.get(control.dataset['uCommand'] ?? ''));
    }
    for (const [selector, names] of OTHERS) {
      container.querySelectorAll<HTMLElement>(selector).forEach((control, at) => nameControl(control, names[at]));
    }
    for (const track of container.querySelectorAll(ZOOM_TRACK)) nameZoom(track);
  };
  let isDue = false;
  const nameSoon = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      name();
    });
  };
  injector.get(IRibbonService).ribbon$.subscribe((menus) => {
    readMenus(menus);
    nameSoon();
  });
  new MutationObserver(nameSoon).observe(container, { childList: true, subtree: true });
}

/** A menu with a text field in it is a group, and its field has the name too. */
function nameControl(control: HTMLElement, name: string | undefined): void {
  if (name === undefined || control.getAttribute('aria-label') === name) return;
  control.setAttribute('aria-label', name);
  if (control.tagName === 'DIV') control.setAttribute('role', 'group');
  control.querySelector('input')?.setAttribute('aria-label', name);
}

/** The slider between two buttons, and the menu of its value. */
function nameZoom(track: Element): void {
  const bar = track.closest('section');
  const [out, into] = bar?.querySelectorAll<HTMLElement>('[data-u-comp="button"]:not([aria-haspopup])') ?? [];
  if (out !== undefined) nameControl(out, 'Zoom out');
  if (into !== undefined) nameControl(into, 'Zoom in');
  const [step, handle] = [track.querySelector('a'), track.querySelector('button')];
  step?.setAttribute('aria-label', 'Zoom 100%');
  handle?.setAttribute('aria-label', 'Zoom');
}

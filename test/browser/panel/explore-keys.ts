import type { Frame, Locator, Page } from 'playwright-core';
import { SETTLED_IN_MS } from '../browser';
import { expectSoon } from '../expect-soon';

const MOST_TABS = 150;

interface InPage {
  readonly isConnected: boolean;
  readonly ownerDocument: { readonly activeElement: unknown };
}

const isFocused = (element: InPage): boolean => element.ownerDocument.activeElement === element;
const isElsewhere = (element: InPage): boolean =>
  element.isConnected && element.ownerDocument.activeElement !== element;

/** A user's actions in Explore, or another tab, with a keyboard alone. */
export class ExploreKeys {
  /** @param place the panel: the page itself, or the frame of a sidebar in it */
  constructor(
    private readonly page: Page,
    private readonly place: Page | Frame,
    private readonly name: 'Explore' | 'Formula' = 'Explore',
  ) {}

  /** Opens the tab by the arrow keys, from whichever tab is open. */
  async openTab(): Promise<void> {
    const tabs = this.place.getByRole('tablist', { name: 'Trace' });
    const open = tabs.getByRole('tab', { selected: true });
    await open.focus();
    const tab = tabs.getByRole('tab', { name: this.name });
    for (let step = 0; step < 6 && (await tab.getAttribute('aria-selected')) !== 'true'; step += 1) {
      await this.pressUntilChanged('ArrowRight', () => open.getAttribute('id'));
    }
    await this.panel().getByRole('heading', { name: this.name }).waitFor();
  }

  panel(): Locator {
    return this.place.getByRole('tabpanel', { name: this.name });
  }

  box(): Locator {
    return this.panel().getByRole('combobox', { name: 'Company, technology or vendor' });
  }

  /**
   * Puts a text into the box, as by pasting, and takes the option of that name.
   *
   * @param kinds of names that the catalog finds: they come before others, which have another place from then on
   */
  async choose(text: string, option: string | RegExp, kinds: readonly string[] = []): Promise<void> {
    await this.box().focus();
    await this.page.keyboard.insertText(text);
    await this.take(option, kinds);
  }

  /** The same letter by letter: names are looked for meanwhile. */
  async typeAndChoose(text: string, option: string | RegExp, kinds: readonly string[] = []): Promise<void> {
    await this.box().focus();
    await this.page.keyboard.type(text);
    await this.take(option, kinds);
  }

  private async take(option: string | RegExp, kinds: readonly string[]): Promise<void> {
    for (const kind of kinds) await this.panel().getByRole('group', { name: kind }).waitFor();
    await this.panel().getByRole('option', { name: option }).first().waitFor();
    const marked = this.panel().getByRole('option', { name: option, selected: true }).first();
    for (let step = 0; step < 20 && !(await marked.isVisible()); step += 1) {
      await this.pressUntilChanged('ArrowDown', () => this.box().getAttribute('aria-activedescendant'));
    }
    await this.page.keyboard.press('Enter');
  }

  /** Goes to a button, a link or what else is pressed by the tabulator key, and presses it. */
  async press(name: string | RegExp): Promise<void> {
    const control = this.control(name);
    await control.waitFor();
    for (let step = 0; !(await control.evaluate(isFocused));) {
      // Looked for again only where it is reached or gone: by its role each time, a tab would cost five times as much.
      const element = await control.elementHandle();
      while (element !== null && (await element.evaluate(isElsewhere))) {
        if (step === MOST_TABS) throw new Error(`no tabulator key leads to ${String(name)}`);
        await this.page.keyboard.press('Tab');
        step += 1;
      }
    }
    await this.page.keyboard.press('Enter');
  }

  /** What a key does is seen a render later, and a second press would go too far. */
  private async pressUntilChanged(key: string, read: () => Promise<string | null>): Promise<void> {
    const before = await read();
    await this.page.keyboard.press(key);
    await expectSoon(async () => (await read()) !== before, true);
  }

  private control(name: string | RegExp): Locator {
    const button = this.panel().getByRole('button', { name });
    return button.or(this.panel().locator('summary').filter({ hasText: name })).first();
  }

  says(text: string | RegExp): Promise<void> {
    return this.panel().getByText(text).first().waitFor({ timeout: SETTLED_IN_MS });
  }

  heading(name: string | RegExp): Promise<void> {
    return this.panel().getByRole('heading', { name }).first().waitFor();
  }

  /** The buttons that say a price. */
  prices(): Promise<readonly string[]> {
    return this.panel().getByRole('button', { name: / · / }).allTextContents();
  }
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readBuiltFiles } from '../../../relay/built-files';
import { listen, type Listening } from '../../../relay/listen';
import { makeNodeRelay } from '../../../relay/node-relay';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { builtFolders } from '../../workbook/built';
import { SETTLED_IN_MS } from '../browser';
import { leaveBrowser, takeBrowser } from '../kept-browser';

/** Where Microsoft serves office.js, and the package in which it hands the same files out. */
const HOSTED = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const PACKAGE = 'node_modules/@microsoft/office-js/dist';
/** Excel's panel at its narrowest: https://learn.microsoft.com/office/dev/add-ins/design/task-pane-add-ins. */
export const PANEL_WIDTH = 320;

/** How a page is opened. */
interface Opening {
  /** Text of the office.js that it gets, once there is one; a rejection: none comes. The real one unless told. */
  readonly office?: () => Promise<string>;
  /** Whether its time goes on only as the test says, besides by itself. */
  readonly hasClock?: boolean;
  /** A script that runs before all others. */
  readonly before?: string;
}

/** The panel's page as the relay serves it, in a browser that is no Excel. */
export class AddinPage {
  page!: Page;
  /** Hosts that the page asked besides its own, and did not reach. */
  readonly elsewhere: string[] = [];
  readonly errors: string[] = [];
  /** What it asked of Trace. */
  readonly asked: string[] = [];
  private context: BrowserContext | null = null;

  private constructor(
    private readonly browser: Browser,
    private readonly sandbox: SandboxProcess,
    private readonly relay: Listening,
  ) {}

  static async start(): Promise<AddinPage> {
    const [browser, sandbox] = await Promise.all([takeBrowser(), startSandboxProcess()]);
    const files = await readBuiltFiles(builtFolders().addinDir);
    const { fetch } = makeNodeRelay({ files, apiUrl: new URL(sandbox.origin), addinUrl: null });
    return new AddinPage(browser, sandbox, await listen(fetch, { host: '127.0.0.1', port: 0 }));
  }

  async stop(): Promise<void> {
    await Promise.all([leaveBrowser(this.browser), this.sandbox.stop(), this.relay.stop()]);
  }

  async open({ office, hasClock = false, before = '' }: Opening = {}): Promise<void> {
    for (const list of [this.elsewhere, this.errors, this.asked]) list.length = 0;
    this.context = await this.browser.newContext({ viewport: { width: PANEL_WIDTH, height: 700 } });
    this.page = await this.context.newPage();
    this.page.on('pageerror', (error) => this.errors.push(error.message));
    this.page.on('request', (request) => void (request.url().includes('/v1/') && this.asked.push(request.url())));
    await this.context.route(
      (url) => url.hostname !== '127.0.0.1',
      async (route) => {
        const url = route.request().url();
        const name = url.startsWith(HOSTED) ? url.slice(HOSTED.length).replace(/\?.*/, '') : '';
        const fulfill = (body: string): Promise<void> => route.fulfill({ contentType: 'text/javascript', body });
        if (name === 'office.js' && office !== undefined) return office().then(fulfill, () => route.abort());
        const file = join(PACKAGE, name);
        if (name !== '' && existsSync(file)) return fulfill(await readFile(file, 'utf8'));
        this.elsewhere.push(new URL(url).hostname);
        return route.abort();
      },
    );
    if (hasClock) await this.page.clock.install();
    if (before !== '') await this.page.addInitScript(before);
    await this.page.goto(`http://127.0.0.1:${this.relay.port}/taskpane.html`, { waitUntil: 'commit' });
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  /** The page's policy forbids what `waitForFunction` does with a text. */
  async until(expression: string): Promise<void> {
    const deadline = Date.now() + SETTLED_IN_MS;
    while (!(await this.page.evaluate<boolean>(expression))) {
      if (Date.now() > deadline) throw new Error(`not so: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async saveKey(): Promise<void> {
    await this.page.getByLabel('Your Trace API key').fill('trace_demo');
    await this.page.keyboard.press('Enter');
    await this.page.getByText('Saved.').first().waitFor();
  }

  /** What a function of the page answers about stripe.com. */
  askFunction(): Promise<unknown> {
    return this.page.evaluate(
      `CustomFunctions._association.mappings.TRACE_COMPANY([['stripe.com']], 'name', null, { address: 'Leads!B2' })`,
    );
  }

  /** How many functions office.js knows. */
  countFunctions(): Promise<number> {
    return this.page.evaluate<number>('Object.keys(window.CustomFunctions?._association.mappings ?? {}).length');
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Frame, Page, Route } from 'playwright-core';
import type { User } from '../apps-script/user';
import type { Screen } from '../apps-script/services/spreadsheet-app';
import { builtOnce } from '../built-once';
import { QUICK_RESTS } from '../quick-rests';
import { cutComments } from './cut-comments';
import { publicFunctions, ScriptServer, type ScriptRuns } from './script-server';
import { SCRIPT_ORIGIN, SHEET_ORIGIN, SHEET_PAGE } from './sheet-page';

type Sidebar = NonNullable<Screen['sidebar']>;

export interface TabOptions {
  readonly user?: User;
  readonly colorScheme?: 'light' | 'dark';
  readonly height?: number;
}

/** A script, as far as a tab needs it. */
interface TabScript extends ScriptRuns {
  /** `Code.js` */
  readonly code: string;
}

const SCRIPT_RUN = 'sendScriptRun';
const WIDTH = 700;
const USUAL_HEIGHT = 760;

let client: Promise<string> | null = null;

/**
 * A browser tab with a spreadsheet, which shows sidebars as Google does: in a frame of another origin, in Google's
 * sandbox, with `google.script.run`. Nothing leaves the machine.
 */
export class SheetTab {
  /** Requests that were refused: everything but the spreadsheet and its sidebar. */
  readonly refused: string[] = [];
  /** Errors of the pages' scripts, and what they write to the console. */
  readonly problems: string[] = [];
  private shown: Sidebar | null = null;
  private count = 0;

  private constructor(
    readonly page: Page,
    private running: ScriptServer,
  ) {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => this.problems.push(message.text()));
  }

  static async open(browser: Browser, script: TabScript, options: TabOptions = {}): Promise<SheetTab> {
    const { user = 'owner', colorScheme = 'light', height = USUAL_HEIGHT } = options;
    const context = await browser.newContext({ viewport: { width: WIDTH, height }, colorScheme });
    const tab = new SheetTab(await context.newPage(), new ScriptServer(script, user));
    await context.exposeFunction(SCRIPT_RUN, (functionName: string, args: string) =>
      tab.server.answer(functionName, args),
    );
    await context.addInitScript(QUICK_RESTS);
    await context.addInitScript(await scriptRunSource(publicFunctions(script.code)));
    await context.route('**/*', (route) => tab.serve(route));
    await tab.page.goto(`${SHEET_ORIGIN}/`);
    return tab;
  }

  /** Closes the sidebar, and leaves nothing of it. */
  async leave(): Promise<void> {
    this.shown = null;
    await this.page.goto(`${SHEET_ORIGIN}/`);
    const session = await this.page.context().newCDPSession(this.page);
    for (const origin of [SHEET_ORIGIN, SCRIPT_ORIGIN]) {
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
    await session.detach();
  }

  /** Opens another spreadsheet with the same script, in half the time of a new tab. */
  async goOn(script: TabScript, { user = 'owner', height = USUAL_HEIGHT }: TabOptions): Promise<void> {
    this.running = new ScriptServer(script, user);
    this.refused.length = 0;
    this.problems.length = 0;
    await this.page.setViewportSize({ width: WIDTH, height });
  }

  get server(): ScriptServer {
    return this.running;
  }

  /** Does what `Ui.showSidebar` does; resolves once the sidebar is loaded. */
  async showSidebar(sidebar: Sidebar): Promise<void> {
    this.shown = sidebar;
    this.count += 1;
    const address = `${SCRIPT_ORIGIN}/sidebar/${this.count}`;
    const loaded = this.page.waitForEvent('framenavigated', (frame) => frame.url() === address);
    await this.page.evaluate(`showSidebar(${JSON.stringify(sidebar.title)}, ${JSON.stringify(address)})`);
    await (await loaded).waitForLoadState();
  }

  /** The frame of the sidebar that is shown. */
  get frame(): Frame {
    const frame = this.page.frames().find((each) => each.url() === `${SCRIPT_ORIGIN}/sidebar/${this.count}`);
    if (frame === undefined) throw new Error('no sidebar is shown');
    return frame;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async serve(route: Route): Promise<void> {
    const url = route.request().url();
    const html = (body: string): Promise<void> => route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    if (url === `${SHEET_ORIGIN}/`) return html(SHEET_PAGE);
    if (url === `${SCRIPT_ORIGIN}/sidebar/${this.count}` && this.shown) return html(cutComments(this.shown.html));
    this.refused.push(url);
    return route.abort();
  }
}

/** Runs before anything else in the page, and only where Google provides it. */
async function scriptRunSource(functionNames: readonly string[]): Promise<string> {
  const source = await (client ??= buildClient());
  return `if (location.origin === ${JSON.stringify(SCRIPT_ORIGIN)}) {
    const ${SCRIPT_RUN} = window.${SCRIPT_RUN};
    window.google = (() => {
      ${source}
      return { script: { run: client.makeScriptRun(${JSON.stringify(functionNames)}, ${SCRIPT_RUN}) } };
    })();
  }`;
}

/** Bundled once for all test files. */
async function buildClient(): Promise<string> {
  const sources = ['test/fakes/sidebar-frame', 'test/fakes/apps-script'];
  const folder = await builtOnce('script-run', sources, (outdir) =>
    build({
      entryPoints: ['test/fakes/sidebar-frame/script-run-client.ts'],
      ...{ outdir, bundle: true, format: 'iife', globalName: 'client' },
    }),
  );
  return readFile(join(folder, 'script-run-client.js'), 'utf8');
}

import { build } from 'esbuild';
import type { Browser, Frame, Page, Route } from 'playwright-core';
import type { User } from '../apps-script/run';
import type { Screen } from '../apps-script/spreadsheet-app';
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
export interface TabScript extends ScriptRuns {
  /** `Code.js` */
  readonly code: string;
}

const SCRIPT_RUN = 'sendScriptRun';

let client: Promise<string> | null = null;

/**
 * A browser's tab with a spreadsheet in it, in which sidebars are shown as Google shows them: in a frame of another
 * origin, in Google's sandbox, with `google.script.run`. Nothing leaves the machine.
 */
export class SheetTab {
  /** What was asked for and refused: everything but the spreadsheet and its sidebar. */
  readonly refused: string[] = [];
  /** Errors of the pages' scripts, and whatever they write on the console. */
  readonly problems: string[] = [];
  private shown: Sidebar | null = null;
  private count = 0;

  private constructor(
    readonly page: Page,
    readonly server: ScriptServer,
  ) {
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => this.problems.push(message.text()));
  }

  static async open(browser: Browser, script: TabScript, options: TabOptions = {}): Promise<SheetTab> {
    const { user = 'owner', colorScheme = 'light', height = 760 } = options;
    const context = await browser.newContext({ viewport: { width: 700, height }, colorScheme });
    const server = new ScriptServer(script, user);
    await context.exposeFunction(SCRIPT_RUN, (functionName: string, args: string) => server.answer(functionName, args));
    await context.addInitScript(await scriptRunSource(publicFunctions(script.code)));
    const tab = new SheetTab(await context.newPage(), server);
    await context.route('**/*', (route) => tab.serve(route));
    await tab.page.goto(`${SHEET_ORIGIN}/`);
    return tab;
  }

  /** What `Ui.showSidebar` does; resolves once the sidebar is loaded. */
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

/** Runs before anything of the page does, and only where Google has it. */
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

async function buildClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/fakes/sidebar-frame/script-run-client.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'client',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { leaveBrowser, takeBrowser } from '../kept-browser';
import { WorkbookPage } from './workbook-page';

/** What a clone has not: what is installed, built or kept on the way. */
const NOT_IN_CLONE = ['node_modules', 'dist', '.cache', '.git'];
const LEADS =
  'Account,Website,Owner\nFigma,figma.com,Ana\nSlack,https://www.slack.com/pricing,Ben\nLinear,linear.app,Ana\n';
const MOST_TABS = 60;

let folder: string;
let server: ChildProcess;
let browser: Browser;
let workbook: WorkbookPage;

afterAll(async () => {
  await leaveBrowser(browser);
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A copy of the project as it is checked out, with the packages that `npm ci` has installed. */
async function clone(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'trace-clone-'));
  await cp('.', folder, { recursive: true, filter: (path) => !NOT_IN_CLONE.includes(basename(path)) });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
}

/** `npm start`. @returns the address that it says, and what it has said until then */
async function start(): Promise<readonly [origin: string, said: string]> {
  const env = { ...process.env, NODE_OPTIONS: '', PORT: '0', TRACE_API_URL: '', TRACE_DIST: undefined };
  server = spawn(process.execPath, ['--import', 'tsx', 'workbook/main.ts'], { cwd: folder, env, stdio: 'pipe' });
  let said = '';
  server.stdout?.on('data', (text: Buffer) => (said += text.toString()));
  server.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  for (;;) {
    const [, origin] = / ready at (\S+)\/\n/.exec(said) ?? [];
    if (origin !== undefined) return [origin, said];
    if (server.exitCode !== null) throw new Error(`it did not start: ${said}`);
    await Promise.race([once(server.stdout!, 'data'), once(server, 'close')]);
  }
}

const focused = (): Promise<string> =>
  workbook.page.evaluate(() => {
    const { activeElement } = (globalThis as unknown as FocusedPage).document;
    return (activeElement?.ariaLabel ?? activeElement?.textContent ?? '').trim();
  });

interface FocusedPage {
  readonly document: {
    readonly activeElement: { readonly ariaLabel: string | null; readonly textContent: string } | null;
  };
}

/** Goes on by Tab until the keyboard is at what has this name. */
async function tabTo(name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const here = await focused();
    if (name.test(here)) return;
    passed.push(here);
    await press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}: ${passed.join(' | ')}`);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await workbook.page.keyboard.press(key);
}

const panel = () => workbook.page.locator('#trace-panel');
const says = (text: string | RegExp): Promise<void> =>
  panel().getByText(text).filter({ visible: true }).first().waitFor();

/** F6 until the keyboard is in the panel. */
async function goToPanel(): Promise<void> {
  for (let step = 0; step < 4; step += 1) {
    await press('F6');
    if (await workbook.page.evaluate("document.activeElement.closest('#trace-panel') !== null")) return;
  }
  throw new Error('F6 does not lead to the panel');
}

it('a newcomer starts the workbook from a clone, opens a file, enriches it and takes it back, by keyboard alone', async () => {
  await clone();
  const [[origin, said], launched] = await Promise.all([start(), takeBrowser()]);
  browser = launched;
  expect(said).toMatch(/^Building the page …\nBuilt in .*\nAnswers come from the embedded sandbox\.\n/);
  workbook = await WorkbookPage.openAnswered(browser, origin);
  const choosing = workbook.page.waitForEvent('filechooser');
  // The driver tells the browser without waiting that it takes the dialog; what follows comes after that.
  await focused();
  await press('Control+o');
  const chooser = await choosing;
  await chooser.setFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(LEADS) });
  await workbook.notice('leads.csv: 3 rows.');
  await workbook.ready();
  await says('leads › B Website · 3 rows');
  const before = await workbook.shown('A1:H4');

  await goToPanel();
  await tabTo(/^Profile$/);
  await press('Enter');
  // What the sample has shown costs nothing again.
  await says(/^(Free|Up to 1 credit)$/);
  await tabTo(/^Enrich 3 rows$/);
  await press('Enter');
  await says(/^Done: /);
  expect(await workbook.shown('D1:F4')).toEqual([
    ['Company', 'Industry', 'Employees'],
    ['Figma', expect.any(String), expect.stringMatching(/^1,?600$/)],
    ['Slack', expect.any(String), expect.stringMatching(/^2,?500$/)],
    ['Linear', expect.any(String), expect.any(String)],
  ]);
  expect(await workbook.shown('A1:C4')).toEqual(before.map((row) => row.slice(0, 3)));

  await tabTo(/^Undo enrichment$/);
  await press('Enter');
  await says(/^Undone: /);
  expect(await workbook.shown('A1:H4')).toEqual(before);
  // The help is made when it is first asked for.
  const served = ['main.js', 'functions.js', 'taskpane.js', 'docs/functions/TRACE_TECH.html'];
  const statuses = served.map(async (name) => (await fetch(`${origin}/${name}`)).status);
  expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
  expect(workbook.errors).toEqual([]);
});

const { TestEnvironment } = require('jest-environment-node');
require('./compile-once.cjs');
const { KeptSandboxes, KeptThreads } = require('./kept-services.cjs');
const { mapOwnFramesOnly } = require('./own-frames.cjs');
const { keepTestsInTurn } = require('./tests-in-turn.cjs');

const keptSandboxes = new KeptSandboxes();
const keptThreads = new KeptThreads();

/** Storages that the current file's tests or the browser's driver have entered. */
const entered = new Set();
/** The browser that the grid's files share (`test/browser/kept-browser.ts`), and when it is closed. */
const kept = { browser: null };
let closing;
/** Longer than until the next file begins, and shorter than jest waits for open handles. */
const CLOSED_AFTER_MS = 500;

keepTestsInTurn((storage) => entered.add(storage));

/**
 * Before Node 24 each promise copies the stores of all storages that were entered and not disabled, so a worker's 200th
 * file would take several times as long as the first
 * (https://nodejs.org/docs/latest-v20.x/api/async_context.html#asynclocalstoragedisable).
 */
module.exports = class NodeEnvironment extends TestEnvironment {
  /**
   * The browser's driver takes half a second to load, the library of schemas has 130 modules, and V8 has to optimize
   * the compiler: each is loaded once for all files of a worker.
   */
  async setup() {
    await super.setup();
    mapOwnFramesOnly();
    /** Shared by one file after another. */
    Object.assign(this.global, { keptSandboxes, keptThreads });
    /** What a file has started and kept (`test/fakes/apps-script/threads/thread.ts`) ends with it. */
    this.threads = new Set();
    this.global.threadsOfTestFile = this.threads;
    clearTimeout(closing);
    this.global.keptBrowser = kept;
    Object.defineProperty(this.global, 'browserDriver', { get: () => require('playwright-core') });
    Object.defineProperty(this.global, 'compiler', { get: () => require('typescript') });
    Object.defineProperty(this.global, 'schemaLibrary', { get: () => require('@sinclair/typebox') });
  }

  async teardown() {
    await super.teardown();
    await keptThreads.giveBack();
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
    for (const storage of entered) storage.disable();
    entered.clear();
    if (kept.browser !== null) closing = setTimeout(closeBrowser, CLOSED_AFTER_MS);
  }
};

async function closeBrowser() {
  const { browser } = kept;
  kept.browser = null;
  await browser.then((last) => last.close()).catch(() => undefined);
}

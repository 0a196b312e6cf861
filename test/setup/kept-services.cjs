const { fork } = require('node:child_process');
const { once } = require('node:events');
const { MessageChannel, Worker } = require('node:worker_threads');

/** Services that take longer to start than most test files, shared by one file after another. */

/**
 * Threads that wait for a message. Their user sets `isBusy` while a thread has work.
 *
 * @typedef {object} KeptThread
 * @property {Worker} worker
 * @property {import('node:worker_threads').MessagePort} port what the thread has as `workerData.port`
 * @property {Int32Array} signal one number, which the thread has as `workerData.signal`
 * @property {boolean} isBusy
 */
class KeptThreads {
  /** Threads not in use, by their code. @type {Map<string, KeptThread[]>} */
  free = new Map();
  /** @type {Map<KeptThread, string>} */
  taken = new Map();

  /**
   * @param {string} code the code to run
   * @param {string} more data that makes it a different thread
   * @param {() => object} data what it starts with, besides port and signal
   * @returns {KeptThread}
   */
  take(code, more, data) {
    const key = `${more}\n${code}`;
    const thread = this.free.get(key)?.pop() ?? start(code, data());
    this.taken.set(thread, key);
    return thread;
  }

  /** Frees what the current file has taken for the next one; threads still at work end. */
  async giveBack() {
    const all = [...this.taken];
    this.taken.clear();
    for (const [thread, key] of all) {
      thread.port.removeAllListeners('message');
      thread.port.unref();
      if (thread.isBusy) await thread.worker.terminate();
      else this.free.set(key, [...(this.free.get(key) ?? []), thread]);
    }
  }
}

/** @returns {KeptThread} */
function start(code, data) {
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { ...data, port: port2, signal };
  const worker = new Worker(code, { eval: true, execArgv: [], workerData, transferList: [port2] });
  worker.on('error', (error) => {
    throw error;
  });
  // It does not keep the process alive.
  worker.unref();
  port.unref();
  return { worker, port, signal, isBusy: false };
}

const STOP_WITHIN_MS = 30_000;

/**
 * Processes that serve one new sandbox after another, each on its own port: see `test/fakes/sandbox-after-sandbox.ts`,
 * and `workbook-after-workbook.ts` for those with a workbook before it.
 */
class KeptSandboxes {
  /** By their script. @type {Map<string, import('node:child_process').ChildProcess[]>} */
  free = new Map();

  /**
   * @param {string} script
   * @returns {Promise<{ origin: string, stop(): Promise<void> }>} rejects with what it wrote if it does not start
   */
  async take(script) {
    const free = this.free.get(script) ?? [];
    this.free.set(script, free);
    const child = free.pop() ?? fork(script, OPTIONS);
    hold(child, true);
    const { origin } = await ask(child, 'start');
    return { origin, stop: () => this.giveBack(child, free) };
  }

  async giveBack(child, free) {
    if (child.exitCode !== null || child.signalCode !== null || free.includes(child)) return;
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ask(child, 'stop').then(
      () => free.push(child),
      () => undefined,
    );
    clearTimeout(timer);
    hold(child, false);
  }
}

const OPTIONS = {
  // Jest's own loader options are not for the child.
  execArgv: [],
  env: { ...process.env, NODE_OPTIONS: '' },
  stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
};

async function ask(child, order) {
  const written = [];
  const note = (chunk) => written.push(chunk.toString());
  child.stderr.on('data', note);
  const done = new AbortController();
  try {
    child.send(order);
    const [message] = await Promise.race([
      once(child, 'message', { signal: done.signal }),
      once(child, 'exit', { signal: done.signal }).then(() => {
        throw new Error(`the sandbox did not ${order}: ${written.join('')}`);
      }),
    ]);
    return message;
  } finally {
    done.abort();
    child.stderr.off('data', note);
  }
}

/** Sets whether this process waits for it. */
function hold(child, isHeld) {
  for (const each of [child, child.channel, child.stderr]) each?.[isHeld ? 'ref' : 'unref']?.();
}

module.exports = { KeptThreads, KeptSandboxes };

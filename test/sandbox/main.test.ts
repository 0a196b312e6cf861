import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sandboxScript } from '../fakes/sandbox-process';

const MAIN = join(__dirname, '../../sandbox/main.ts');
/** The same in one file, which most tests start: it takes a third of the time. */
let script: string;
beforeAll(async () => {
  script = await sandboxScript();
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The sandbox as a process of its own, with what it has written and how it ended. */
function start(port: string, { fromSources = false } = {}) {
  const execArgv = fromSources ? ['--import', 'tsx'] : [];
  const child = fork(fromSources ? MAIN : script, { execArgv, env: { ...process.env, PORT: port }, silent: true });
  children.push(child);
  const written = { out: '', error: '' };
  child.stdout?.on('data', (text: Buffer) => (written.out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (written.error += text.toString()));
  return { child, written, ended: once(child, 'close') };
}

describe('the sandbox as a process', () => {
  it('says where it is, which keys work, and that its data is synthetic', async () => {
    const { child, written, ended } = start('0', { fromSources: true });
    const [message] = (await once(child, 'message')) as [{ origin: string }];
    child.kill('SIGTERM');
    await ended;
    expect(written.out).toBe(
      `Trace sandbox ready at ${message.origin}/v1\n` +
        'Keys: trace_demo (user), trace_org_demo (organization). All data is synthetic.\n',
    );
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    const { child, ended } = start('0');
    await once(child, 'message');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  it('ends when its parent lets go of it', async () => {
    const { child } = start('0');
    await once(child, 'message');
    const exited = once(child, 'exit');
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it('says in one sentence that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { written, ended } = start(String(port));
    const [code] = (await ended) as [number];
    taken.close();
    expect({ code, error: written.error }).toEqual({
      code: 1,
      error: `Port ${port} is in use. Choose another one: PORT=${port + 1} npm run sandbox\n`,
    });
  });

  it('says in one sentence that PORT is no port', async () => {
    const { written, ended } = start('http');
    const [code] = (await ended) as [number];
    expect({ code, error: written.error }).toEqual({ code: 1, error: 'PORT must be a number from 0 to 65535.\n' });
  });
});

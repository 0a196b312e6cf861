import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:https';
import { builtFolders } from '../workbook/built';
import { makeCertifiedHome } from './dev-certificates';
import { serverScripts } from './server-scripts';
import { send, type Answered, type Sent } from './send';

/** The relay as it is run, and a way to ask it as a browser does. */
export interface RunningRelay {
  readonly ask: (path: string, sent?: Sent) => Promise<Answered>;
  readonly stop: () => Promise<void>;
}

const READY = /^Trace add-in ready at https:\/\/localhost:(\d+)\/$/m;

/** `npm run addin` in a process of its own, spoken to by https, its certificate checked. */
export async function startNodeRelay(apiUrl: URL): Promise<RunningRelay> {
  const certified = await makeCertifiedHome();
  const { addin } = await serverScripts();
  const child = fork(addin, {
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      HOME: certified.home,
      USERPROFILE: certified.home,
      PORT: '0',
      TRACE_API_URL: apiUrl.origin,
      TRACE_DIST: builtDist(),
    },
    silent: true,
  });
  const written: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('close', () => reject(new Error(`the relay did not start: ${written.join('')}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      written.push(chunk.toString());
      const [, found] = READY.exec(written.join('')) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
  });
  // As a browser does: one handshake for many files.
  const agent = new Agent({ ca: certified.authority, servername: 'localhost', keepAlive: true, maxSockets: 4 });
  return {
    ask: (path, sent) => askByHttps(agent, port, path, sent),
    async stop() {
      agent.destroy();
      child.kill('SIGTERM');
      await once(child, 'close');
      await certified.remove();
    },
  };
}

/** The Worker in Cloudflare's own runtime. */
export async function startWorkerRelay(apiUrl: URL): Promise<RunningRelay> {
  const { worker } = await serverScripts();
  const child = fork(worker, [apiUrl.origin, builtFolders().addinDir], {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [origin] = (await once(child, 'message')) as [string];
  return {
    ask: (path, sent) => send(origin, path, sent),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

function builtDist(): string {
  return builtFolders().addinDir.replace(/[\\/]excel-addin$/, '');
}

function askByHttps(agent: Agent, port: number, path: string, sent: Sent = {}): Promise<Answered> {
  const { method = 'GET', headers = {}, body } = sent;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes.toString(), bytes });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

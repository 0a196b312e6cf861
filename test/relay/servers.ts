import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { RelayLimits } from '../../relay/limits';
import { builtFolders } from '../workbook/built';
import { serverScripts, type ServerScripts } from './server-scripts';

/** A server that passes `/v1` on, in a process of its own. */
export interface Server {
  readonly origin: string;
  /** The most that its process has held so far, in bytes. Of a Worker it is known on Linux only. */
  readonly mostMemory: () => Promise<number>;
  /** As the system asks for it. */
  readonly terminate: () => void;
  readonly kill: () => Promise<void>;
  /** Resolves with the code with which it has ended. */
  readonly ended: Promise<number | null>;
}

export type StartServer = (apiUrl: URL, limits?: Partial<RelayLimits>) => Promise<Server>;

/** Everything that passes `/v1` on. */
export const SERVERS: readonly (readonly [name: string, start: StartServer])[] = [
  ['the relay in Node', (apiUrl, limits = {}) => startNode('relay', apiUrl, limits)],
  ['the relay as a Cloudflare Worker', startWorker],
  ["the workbook's server", (apiUrl, limits = {}) => startNode('workbook', apiUrl, limits)],
];

function startNode(kind: 'relay' | 'workbook', apiUrl: URL, limits: Partial<RelayLimits>): Promise<Server> {
  const given = [kind, apiUrl.origin, JSON.stringify(builtFolders()), JSON.stringify(limits)];
  return start('limited', given, 'SIGKILL');
}

/** Cloudflare's runtime is a process of its own, which ends only with a word. */
function startWorker(apiUrl: URL, limits: Partial<RelayLimits> = {}): Promise<Server> {
  return start('worker', [apiUrl.origin, builtFolders().addinDir, JSON.stringify(limits)], 'SIGTERM');
}

async function start(
  script: keyof ServerScripts,
  given: readonly string[],
  killedBy: 'SIGKILL' | 'SIGTERM',
): Promise<Server> {
  const scripts = await serverScripts();
  const child = fork(scripts[script], given, { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const [origin] = (await once(child, 'message')) as [string];
  return {
    origin,
    ended,
    async kill() {
      child.kill(killedBy);
      await ended;
    },
    terminate: () => void child.kill('SIGTERM'),
    async mostMemory() {
      child.send('mostMemory');
      return ((await once(child, 'message')) as [number])[0];
    },
  };
}

import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate';
import { LIMITS } from './limits';

interface ListenOptions {
  /** The address of this machine to listen on, which decides who can reach it. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** For https; absent: plain http. */
  readonly certificate?: Certificate | null;
  /**
   * How long headers and body of a request may take to arrive, and how long a client may pause while it reads an
   * answer.
   */
  readonly slowMs?: number;
  /**
   * Whether nothing else in this process uses `Request` and `Response`: the server's own versions are several times
   * as fast.
   */
  readonly isAlone?: boolean;
}

export interface Listening {
  readonly port: number;
  /** Ends every connection and resolves once the port is free. */
  readonly stop: () => Promise<void>;
  /** Accepts nothing new, finishes what is in progress within this time, and stops. */
  readonly finish: (withinMs: number) => Promise<void>;
}

type Answer = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** How often Node checks for slow requests. */
const MAX_CHECK_MS = 5_000;

/** Serves an app on an address of this machine. Rejects if the port cannot be used, as Node's `listen` does. */
export async function listen(
  fetch: Answer,
  { host, port, certificate, slowMs = LIMITS.slowMs, isAlone = false }: ListenOptions,
): Promise<Listening> {
  const common = { fetch, overrideGlobalObjects: isAlone };
  const slow = {
    headersTimeout: slowMs,
    requestTimeout: slowMs,
    connectionsCheckingInterval: Math.min(MAX_CHECK_MS, slowMs),
  };
  const server = (
    certificate
      ? createAdaptorServer({
          ...common,
          createServer: createHttpsServer,
          serverOptions: { ...slow, ...certificate },
        })
      : createAdaptorServer({ ...common, createServer: createHttpServer, serverOptions: slow })
  ) as Server;
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    // From then on, only the client can be slow.
    response.once('prefinish', () => response.socket?.setTimeout(slowMs));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const finish = (withinMs: number): Promise<void> => finishWithin(server, underWay, withinMs);
  return { port: (server.address() as AddressInfo).port, stop: () => finish(0), finish };
}

async function finishWithin(server: Server, underWay: ReadonlySet<ServerResponse>, withinMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  for (const response of underWay) {
    if (!response.headersSent) response.shouldKeepAlive = false;
    response.once('close', () => server.closeIdleConnections());
  }
  server.closeIdleConnections();
  const end = (): void => server.closeAllConnections();
  const timer = setTimeout(end, withinMs);
  if (withinMs === 0) end();
  await closed;
  clearTimeout(timer);
}

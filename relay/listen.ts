import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate';

export interface ListenOptions {
  /** The address of this machine to listen on, which decides who can reach it. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** For https; without it, plain http. */
  readonly certificate?: Certificate | null;
}

export interface Listening {
  readonly port: number;
  /** Ends every connection and resolves once the port is free. */
  readonly stop: () => Promise<void>;
}

type Answer = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** Serves an app on an address of this machine. Rejects where the port cannot be used, as Node's `listen` does. */
export async function listen(fetch: Answer, { host, port, certificate }: ListenOptions): Promise<Listening> {
  // Tests of pages run in the same process and keep their own Request and Response.
  const common = { fetch, overrideGlobalObjects: false };
  const server = (
    certificate
      ? createAdaptorServer({ ...common, createServer: createHttpsServer, serverOptions: { ...certificate } })
      : createAdaptorServer({ ...common, createServer: createHttpServer })
  ) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

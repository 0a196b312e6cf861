import { createAdaptorServer } from '@hono/node-server';
import { createServer, type RequestListener, type Server } from 'node:http';
import { makePassOn } from '../../relay/pass-on';
import { close, listen, startUpstream, type Upstream } from './upstream';

const stops: (() => Promise<void>)[] = [];

/** Stops, after each test of a file, what it has started. */
export function useRelay(): void {
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });
}

export async function upstreamThat(answer: RequestListener): Promise<Upstream> {
  const upstream = await startUpstream(answer);
  stops.push(() => upstream.stop());
  return upstream;
}

/** A server that passes on to this address and does nothing else; its own is the answer. */
export async function relayTo(upstream: URL, timeoutMs = 10_000): Promise<URL> {
  const passOn = makePassOn({ upstream, timeoutMs });
  const server = createAdaptorServer({ fetch: passOn, createServer, overrideGlobalObjects: false }) as Server;
  stops.push(() => close(server));
  return listen(server);
}

export const sayNothing: RequestListener = (_request, response) => response.end();

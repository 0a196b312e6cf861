import { createAdaptorServer } from '@hono/node-server';
import { createServer, type RequestListener, type Server } from 'node:http';
import { LIMITS } from '../../relay/limits';
import { makePassOn, type PassOn } from '../../relay/pass-on';
import { send, type Answered, type Sent } from './send';
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
  const passOn = passOnTo(upstream, timeoutMs);
  const fetch = (request: Request): Promise<Response> => passOn(request, 'here');
  const server = createAdaptorServer({ fetch, createServer, overrideGlobalObjects: false }) as Server;
  stops.push(() => close(server));
  return listen(server);
}

/** Asks as the client does: with a key. */
export function ask(relay: URL, path: string, { headers, ...sent }: Sent = {}): Promise<Answered> {
  return send(relay, path, { ...sent, headers: { 'X-API-Key': 'trace_demo', ...headers } });
}

export function passOnTo(upstream: URL, upstreamMs = 10_000): PassOn {
  const own = { isHost: () => true, origin: null, sentence: 'Only pages of this server may ask.' };
  return makePassOn({ upstream, own, limits: { ...LIMITS, upstreamMs } });
}

export const sayNothing: RequestListener = (_request, response) => response.end();

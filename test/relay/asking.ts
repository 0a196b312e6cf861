import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startHolding, type HoldingUpstream } from './open-requests';
import { send, type Answered, type Sent } from './send';
import type { Server, StartServer } from './servers';

export const MEBIBYTE = 1_048_576;
export const COMPANY = '/v1/companies/stripe.com';

interface Asking {
  /** The Trace API, which answers when it is told to. */
  readonly upstream: HoldingUpstream;
  /** A server for all tests of a block. */
  useServer(start: StartServer, limits?: object): () => Server;
}

/** A service for the tests of one file, which each of them finds idle. What it gives may be used in tests only. */
export function useUpstream(): Asking {
  let upstream: HoldingUpstream | undefined;
  const started = (): HoldingUpstream => {
    if (upstream === undefined) throw new Error('there is a service in tests only');
    return upstream;
  };
  beforeAll(async () => {
    upstream = await startHolding();
  });
  afterEach(async () => {
    for (const response of started().open) response.destroy();
    await started().until(0);
    started().behave(null);
  });
  afterAll(() => started().stop());
  return {
    get upstream() {
      return started();
    },
    useServer(start, limits = {}) {
      let server: Server;
      beforeAll(async () => {
        server = await start(started().url, limits);
      });
      afterAll(() => server.kill());
      return () => server;
    },
  };
}

/** With a key. */
export function ask(origin: string, path = COMPANY, { headers, ...sent }: Sent = {}): Promise<Answered> {
  return send(origin, path, { ...sent, headers: { 'X-API-Key': 'trace_demo', ...headers } });
}

/** A request that was sent as a whole, and whose answer is not awaited yet. */
export function begin(origin: string): ClientRequest {
  const { hostname, port } = new URL(origin);
  const headers = { 'X-API-Key': 'trace_demo' };
  const begun = request({ hostname, port, path: COMPANY, headers, agent: false });
  begun.on('error', () => undefined);
  return begun.end();
}

/** Speaks to a server by the letter. */
export function dial(origin: string, sent: string): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(sent);
  return socket;
}

export async function statusOf(begun: ClientRequest): Promise<number | undefined> {
  const [answer] = (await once(begun, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

export const packed =
  (text: string | Buffer): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(typeof text === 'string' ? gzipSync(text) : text);

import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { joinChunks, type AskedAnswer, type AskedRequest, type AskUpstream } from './ask';

/** Shorter than servers keep an idle connection, so that none is reused just when it is closed. */
const UNUSED_MS = 4_000;
const METHODS_WITHOUT_EFFECT = ['GET', 'HEAD'];

/**
 * Does what `fetch` does, by Node's own client with keep-alive connections; `npm run bench` compares it with a bare
 * pipe.
 *
 * @param atOnce the most connections to one server
 */
export function makeAskByHttp(atOnce: number): AskUpstream {
  const options = { keepAlive: true, maxSockets: atOnce, timeout: UNUSED_MS };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return (request) => ask(request, agents, METHODS_WITHOUT_EFFECT.includes(request.method));
}

type Agents = { readonly http: HttpAgent; readonly https: HttpsAgent };

async function ask(request: AskedRequest, agents: Agents, mayRepeat: boolean): Promise<AskedAnswer | 'tooLong'> {
  const { url, method, headers, body, signal } = request;
  const isSafe = url.protocol === 'https:';
  const length = method === 'GET' ? {} : { 'content-length': body?.byteLength ?? 0 };
  const sent = { 'accept-encoding': 'gzip, br', ...headers, ...length };
  return new Promise((resolve, reject) => {
    const settings = { method, headers: sent };
    const outgoing = isSafe
      ? httpsRequest(url, { ...settings, agent: agents.https })
      : httpRequest(url, { ...settings, agent: agents.http });
    const end = (): void => void outgoing.destroy(new Error('ended'));
    const settle = (result: () => void): void => {
      signal.removeEventListener('abort', end);
      result();
    };
    outgoing.on('response', (incoming) => {
      readAnswer(incoming, request.maxBytes).then(
        (answer) => settle(() => resolve(answer)),
        (error: Error) => settle(() => reject(error)),
      );
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The server had closed a kept connection, and has not seen the request.
      const isStale = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      settle(() => (isStale && mayRepeat && !signal.aborted ? resolve(ask(request, agents, false)) : reject(error)));
    });
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
    outgoing.end(body ?? undefined);
  });
}

async function readAnswer(incoming: IncomingMessage, maxBytes: number): Promise<AskedAnswer | 'tooLong'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of unpack(incoming) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      incoming.destroy();
      return 'tooLong';
    }
    chunks.push(chunk);
  }
  const header = (name: string): string | null => {
    const value = incoming.headers[name];
    return value === undefined ? null : String(value);
  };
  return { status: incoming.statusCode ?? 0, header, body: joinChunks(chunks, length) };
}

function unpack(incoming: IncomingMessage): Readable {
  const encoding = incoming.headers['content-encoding'];
  const unpacking = encoding === 'gzip' ? createGunzip() : encoding === 'br' ? createBrotliDecompress() : null;
  if (unpacking === null) return incoming;
  incoming.on('error', (error) => unpacking.destroy(error));
  return incoming.pipe(unpacking);
}

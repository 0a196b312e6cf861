import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** One answer, given as it is. */
export interface StubAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly delayMs?: number;
}

/** A request that came. */
export interface StubRequest {
  readonly method: string;
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const answers = workerData as readonly StubAnswer[];
const received: StubRequest[] = [];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { status, headers, body, delayMs } = answers[Math.min(received.length, answers.length - 1)]!;
    const sent = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    received.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: Object.fromEntries(sent),
      body: Buffer.concat(chunks).toString(),
    });
    setTimeout(() => response.writeHead(status, headers).end(body), delayMs ?? 0);
  });
});

server.listen(0, '127.0.0.1', () => {
  parentPort?.postMessage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
parentPort?.on('message', () => parentPort?.postMessage(received));

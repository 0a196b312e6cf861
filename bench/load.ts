import { connect, type Socket } from 'node:net';

export interface Load {
  readonly connections: number;
  readonly requests: number;
  readonly path: string;
}

/** Answers by their status. */
export type Statuses = ReadonlyMap<number, number>;

const HEAD_END = '\r\n\r\n';

/**
 * Sends requests one after the other over each of several connections, as raw text, so that the client is not part of
 * the measurement. Resolves once each has its answer.
 */
export async function putLoadOn(origin: string, { connections, requests, path }: Load): Promise<Statuses> {
  const statuses = new Map<number, number>();
  const text = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: trace_demo\r\nAccept: application/json\r\n\r\n`;
  const each = async (): Promise<void> => {
    const socket = await open(origin);
    for (let sent = 0; sent < requests; sent += 1) {
      const status = await ask(socket, text);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, each));
  return statuses;
}

/** Opens connections that begin a request and never end it. */
export async function openSlow(origin: string, connections: number): Promise<() => void> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(origin)));
  for (const socket of sockets) socket.on('error', () => undefined).write('GET /v1/lists/slow HTTP/1.1\r\nHost: 127');
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

function open(origin: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(origin).port), noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Reads answers that state their length. */
function ask(socket: Socket, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = '';
    const read = (chunk: Buffer): void => {
      received += chunk.toString('latin1');
      const head = received.indexOf(HEAD_END);
      if (head === -1) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1];
      if (length === undefined || received.length < head + HEAD_END.length + Number(length)) return;
      settle();
      resolve(Number(received.slice(9, 12)));
    };
    const close = (): void => {
      settle();
      reject(new Error('a connection was closed without an answer'));
    };
    const settle = (): void => {
      socket.off('data', read);
      socket.off('close', close);
    };
    socket.on('data', read);
    socket.on('close', close);
    socket.write(text);
  });
}

import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

const MAX_PORT = 65_535;
/** Lower ports may be reserved for administrators. */
const FIRST_FREE_PORT = 1_024;
const USUAL_PORT = 3_000;

/** Where one of our servers should listen. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/** Reads `PORT`; `null` if it is not a port number. */
export function readPort(text: string | undefined, defaultPort = USUAL_PORT): number | null {
  if (text === undefined || text === '') return defaultPort;
  return /^\d{1,5}$/.test(text) && Number(text) <= MAX_PORT ? Number(text) : null;
}

/**
 * Takes the port and frees it again before a build, so that the user does not wait for something that cannot be
 * served. Returns the port, which matters if any would do.
 */
export async function tryPort({ host, port }: Place): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return taken;
}

/** Says in one sentence why a server cannot listen and what to do; `null` if the problem is another one. */
export function portProblem(error: unknown, { host, port }: Place, command: string): string | null {
  const another = `Choose another one: PORT=${otherPort(port)} ${command}`;
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. ${another}`;
    case 'EACCES':
      return `Port ${port} needs administrator rights. ${another}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is not an address of this machine. Remove HOST, or set it to 0.0.0.0 for all addresses.`;
    default:
      return null;
  }
}

function otherPort(port: number): number {
  if (port < FIRST_FREE_PORT) return USUAL_PORT;
  return port < MAX_PORT ? port + 1 : USUAL_PORT;
}

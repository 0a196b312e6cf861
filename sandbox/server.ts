import { listen } from '../relay/listen';
import { isFromOwnPage, isLocalHost, type OwnPages } from '../relay/own-pages';
import { makeSandbox } from './sandbox';
import type { SandboxOptions } from './state';

export interface RunningSandbox {
  /** Without a path: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Ends every connection and resolves once the port is free. */
  readonly stop: () => Promise<void>;
}

/** Its keys are public, so no other machine may reach it. */
export const HOST = '127.0.0.1';
const OWN: OwnPages = {
  isHost: isLocalHost,
  origin: null,
  sentence: 'Pages of other servers may not ask the sandbox.',
};

/**
 * Serves a sandbox on this machine. Rejects with the code `EADDRINUSE` if the port is taken.
 *
 * @param options `port` 0: any free one
 */
export async function startSandbox(options: SandboxOptions & { readonly port: number }): Promise<RunningSandbox> {
  const { app } = makeSandbox(options);
  const fetch: typeof app.fetch = (request, env) =>
    isFromOwnPage(request, OWN) ? app.fetch(request, env) : new Response(OWN.sentence, { status: 403 });
  const { port, stop } = await listen(fetch, { host: HOST, port: options.port });
  return { origin: `http://${HOST}:${port}`, stop };
}

import { ask, type Task } from '../task';
import type { Exchange, HttpRequest } from './exchange';

/** What the client asks of its host: network, time and randomness. */
export interface ClientPorts {
  /** One exchange per request, in order. A failure is a value, so that it does not affect the others. */
  readonly http: (asked: { readonly requests: readonly HttpRequest[] }) => readonly Exchange[];
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly sleep: (asked: { readonly delayMs: number }) => void;
}

export type ClientTask<T> = Task<T, ClientPorts>;

export const http = (requests: readonly HttpRequest[]) => ask<ClientPorts, 'http'>({ ask: 'http', requests });
export const now = () => ask<ClientPorts, 'now'>({ ask: 'now' });
export const random = () => ask<ClientPorts, 'random'>({ ask: 'random' });
export const sleep = (delayMs: number) => ask<ClientPorts, 'sleep'>({ ask: 'sleep', delayMs });

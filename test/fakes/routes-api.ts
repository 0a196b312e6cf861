import type { FunctionId } from '../../shared/catalogue/index';
import type { Cell } from '../../shared/cells/values';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { runSync } from '../../shared/task';
import { TraceError } from '../../shared/errors/trace-error';
import { callFunction } from '../../shared/functions/call';
import { json, MemoryHost } from './memory-host';

type Answer = object | ((request: HttpRequest) => Exchange);

/** A host whose service has only these operations, each with one body; every other route is missing. */
export function hostWith(answers: Readonly<Record<string, Answer>>): MemoryHost {
  return new MemoryHost((request) => {
    const answer = answers[request.operation];
    if (answer === undefined) return json(404, { detail: 'Not Found' });
    return typeof answer === 'function' ? (answer as (asked: HttpRequest) => Exchange)(request) : json(200, answer);
  });
}

/** The service's answer for something that it does not have. */
export const notFound = (error: string) => (): Exchange => json(404, { detail: { error, message: 'No.' } });

/** The cells of one formula: problems begin with `! `, dates with `day `. */
export function ask(host: MemoryHost, id: FunctionId, ...args: readonly unknown[]) {
  return runSync(callFunction(id, args), host.performers).map((row) => row.map(shown));
}

/** The paths that were asked for, in order. */
export const pathsOf = (host: MemoryHost): readonly string[] => host.requests.map(({ path }) => path);

function shown(cell: Cell): string | number | boolean {
  if (typeof cell !== 'object') return cell;
  if (cell instanceof TraceError) return `! ${cell.message}`;
  return 'day' in cell ? `day ${cell.day}` : `card ${cell.text}`;
}

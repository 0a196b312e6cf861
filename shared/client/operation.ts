import type { HttpMethod, HttpRequest } from './exchange';
import { toPath } from './request';

/** One thing the Trace API can be asked to do. */
export interface Operation {
  /** `<resource>.<verb>`, also the name of the sandbox's route. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Below `/v1`, with parameters in braces. */
  readonly path: string;
  /**
   * `documented`: a page of the API's documentation shows it. `assumed`: our working guess, never relied upon alone.
   */
  readonly standing: 'documented' | 'assumed';
  /** The page that shows it, or at least names its purpose. */
  readonly source: string;
  /** The content of a success; JSON unless set. */
  readonly reads?: 'text';
  /** A POST or PATCH that has the same effect when sent twice. */
  readonly isRepeatable?: true;
}

/**
 * The request for an operation, as the host sends it below `/v1`.
 *
 * @param parts `parameters` for the braces of its path; `query`, where nulls are left out; `body`, sent as JSON
 */
export function toRequest(
  operation: Operation,
  parts: {
    readonly parameters?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number | null>>;
    readonly body?: unknown;
  },
): HttpRequest {
  const path = toPath(operation.path, parts.parameters, parts.query);
  const { name, method, reads, isRepeatable } = operation;
  return {
    operation: name,
    method,
    path,
    ...(parts.body === undefined ? {} : { body: parts.body }),
    ...(reads === undefined ? {} : { reads }),
    ...(isRepeatable === undefined ? {} : { isRepeatable }),
  };
}

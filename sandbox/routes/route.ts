import type { BodyOf, OperationName, Resources } from '../contract';
import type { Reply } from '../reply';
import type { SandboxBooks } from '../state';
import type { RequestBody } from './request-body';

/** How the sandbox answers an operation. It does not deal with keys, credits or faults, which are the same for all. */
interface RouteTo<N extends OperationName> {
  /** What it charges, in words. */
  readonly credits: string;
  /** Refused for organization keys; https://docs.tracedata.ai/authentication/. */
  readonly needsUserKey?: true;
  /** Throws a `Refusal` if the answer is an error. */
  readonly answer: (call: Call) => Answer<N>;
}

/** How the sandbox answers the operations of a resource. One that is left out does not compile. */
export type RoutesTo<R extends keyof Resources> = {
  readonly [V in keyof Resources[R]]: RouteTo<
    Extract<Resources[R][V], { readonly name: string }>['name'] & OperationName
  >;
};

/** One operation of the Trace API, as the client knows it, with its answer. */
export interface Route extends Omit<RouteTo<OperationName>, 'answer'> {
  /** The name of the client's operation: `<resource>.<verb>`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v1`, with parameters in braces. */
  readonly path: string;
  /** `documented`: a page of the API's documentation shows it. `assumed`: our best guess. */
  readonly standing: 'documented' | 'assumed';
  readonly answer: (call: Call) => Answer;
}

/** What a route knows of a request. */
export interface Call {
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: RequestBody;
  /** The sandbox's time when the request arrived. */
  readonly nowMs: number;
  /** The organization's data. Routes only read it; see `Answer.change`. */
  readonly books: Pick<SandboxBooks, 'jobs' | 'flags' | 'lists'>;
}

/** The answer to an operation, whose body is what the client's schema describes. */
export interface Answer<N extends OperationName = OperationName> {
  readonly reply: Reply<BodyOf<N>>;
  /** The ids of the companies in the answer, which are charged unless they are paid for. */
  readonly charged: readonly number[];
  /**
   * Makes the change that the reply describes, once it is paid for: some answers are computed only for their cost.
   */
  readonly change?: () => void;
}

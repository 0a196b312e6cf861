import type { RequestBody } from './request-body';
import type { Reply } from '../reply';
import type { SandboxBooks } from '../state';

/** One operation of the Trace API. It knows neither keys nor credits nor faults; those are the same for all. */
export interface Route {
  /** As the client's operation is named: `<resource>.<verb>`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v1`, with its parameters in braces. */
  readonly path: string;
  /** `documented`: a page of the API's documentation shows it. `assumed`: our working guess. */
  readonly standing: 'documented' | 'assumed';
  /** The page that shows it, or that only names its purpose. */
  readonly source: string;
  /** What it charges, in words. */
  readonly credits: string;
  /** Refused to an organization's key; https://docs.tracedata.ai/authentication/. */
  readonly needsUserKey?: true;
  /** Throws a `Refusal` where the answer is an error. */
  readonly answer: (call: Call) => Answer;
}

/** What a route is told of a request. */
export interface Call {
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: RequestBody;
  /** The sandbox's time when the request came. */
  readonly nowMs: number;
  /** What the organization has at Trace; routes only read it, see `Answer.change`. */
  readonly books: Pick<SandboxBooks, 'jobs' | 'flags' | 'lists'>;
}

export interface Answer {
  readonly reply: Reply;
  /** The ids of the companies in the answer that are charged, unless they were paid for. */
  readonly charged: readonly number[];
  /** Makes the change that the reply tells of, once it is paid for: some answers are only asked what they would cost. */
  readonly change?: () => void;
}

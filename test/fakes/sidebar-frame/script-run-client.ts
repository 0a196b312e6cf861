import pLimit from 'p-limit';
import { toScriptRunArgument } from '../apps-script/services/script-run';

/** Carries one call to the server and returns its outcome, both as JSON. Never rejects. */
type SendCall = (functionName: string, args: string) => Promise<string>;

/** The outcome of a call: what the function returned, or the text of the exception. */
export type CallOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly text: string };

interface Handlers {
  readonly onSuccess?: (value: unknown, userObject: unknown) => void;
  readonly onFailure?: (error: Error, userObject: unknown) => void;
  readonly userObject?: unknown;
}

/** A runner has the script's functions, which return nothing, and methods that create another runner. */
type ScriptRunner<N extends string> = Readonly<Record<N, (...args: readonly unknown[]) => void>> & {
  withSuccessHandler(handler: (value: unknown, userObject: unknown) => void): ScriptRunner<N>;
  withFailureHandler(handler: (error: Error, userObject: unknown) => void): ScriptRunner<N>;
  withUserObject(userObject: unknown): ScriptRunner<N>;
};

/** https://developers.google.com/apps-script/guides/html/communication: an eleventh call waits for one of the ten. */
const CALLS_AT_ONCE = 10;

/**
 * `google.script.run` as a page sees it (https://developers.google.com/apps-script/guides/html/reference/run): each
 * `with…` returns a new runner, and only public functions of the script are methods.
 */
export function makeScriptRun<N extends string>(functionNames: readonly N[], send: SendCall): ScriptRunner<N> {
  const limit = pLimit(CALLS_AT_ONCE);
  const makeRunner = (handlers: Handlers): ScriptRunner<N> => {
    const call = (functionName: string, args: readonly unknown[]): void => {
      // Thrown immediately, into the page's own code.
      const carried = JSON.stringify(args.map((argument, index) => toScriptRunArgument(readForm(argument), index)));
      void limit(() => send(functionName, carried)).then((outcome) => finish(handlers, JSON.parse(outcome)));
    };
    const functions = functionNames.map((name) => [name, (...args: readonly unknown[]) => call(name, args)] as const);
    return Object.assign(Object.fromEntries(functions), {
      withSuccessHandler: (onSuccess: Handlers['onSuccess']) => makeRunner({ ...handlers, onSuccess: onSuccess! }),
      withFailureHandler: (onFailure: Handlers['onFailure']) => makeRunner({ ...handlers, onFailure: onFailure! }),
      withUserObject: (userObject: unknown) => makeRunner({ ...handlers, userObject }),
    }) as ScriptRunner<N>;
  };
  return makeRunner({});
}

function finish({ onSuccess, onFailure, userObject }: Handlers, outcome: CallOutcome): void {
  if (outcome.ok) return onSuccess?.(outcome.value, userObject);
  const error = Object.assign(new Error(outcome.text), { name: 'ScriptError' });
  if (onFailure !== undefined) return onFailure(error, userObject);
  // As Google does if no handler is set.
  // oxlint-disable-next-line no-console
  console.error('Uncaught', String(error));
}

/** A form is sent as an object of its fields; no other element can be sent. */
function readForm(argument: unknown): unknown {
  if (Object.prototype.toString.call(argument) !== '[object HTMLFormElement]') return argument;
  const { elements } = argument as { readonly elements: Iterable<{ readonly name: string; readonly value: string }> };
  return Object.fromEntries([...elements].filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));
}

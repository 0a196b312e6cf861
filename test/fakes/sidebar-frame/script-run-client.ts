import pLimit from 'p-limit';
import { toScriptRunArgument } from '../apps-script/script-run';

/** Carries one call to the server and brings what came of it, both as JSON. Never rejects. */
type SendCall = (functionName: string, args: string) => Promise<string>;

/** What a call came to: what the function answered, or the text of the exception. */
export type CallOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly text: string };

interface Handlers {
  readonly onSuccess?: (value: unknown, userObject: unknown) => void;
  readonly onFailure?: (error: Error, userObject: unknown) => void;
  readonly userObject?: unknown;
}

/** A runner has the functions of the script, which answer nothing, and what makes another runner of it. */
type ScriptRunner<N extends string> = Readonly<Record<N, (...args: readonly unknown[]) => void>> & {
  withSuccessHandler(handler: (value: unknown, userObject: unknown) => void): ScriptRunner<N>;
  withFailureHandler(handler: (error: Error, userObject: unknown) => void): ScriptRunner<N>;
  withUserObject(userObject: unknown): ScriptRunner<N>;
};

/** https://developers.google.com/apps-script/guides/html/communication: an eleventh call waits for one of the ten. */
const CALLS_AT_ONCE = 10;

/**
 * `google.script.run` as a page sees it (https://developers.google.com/apps-script/guides/html/reference/run): each
 * `with…` answers a runner of its own, and it has methods for the public functions of the script only.
 */
export function makeScriptRun<N extends string>(functionNames: readonly N[], send: SendCall): ScriptRunner<N> {
  const limit = pLimit(CALLS_AT_ONCE);
  const makeRunner = (handlers: Handlers): ScriptRunner<N> => {
    const call = (functionName: string, args: readonly unknown[]): void => {
      // Thrown at once, into the page's own code.
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
  // As Google does where nobody handles a failure.
  // oxlint-disable-next-line no-console
  console.error('Uncaught', String(error));
}

/** A form goes as an object of its fields; no other element goes at all. */
function readForm(argument: unknown): unknown {
  if (Object.prototype.toString.call(argument) !== '[object HTMLFormElement]') return argument;
  const { elements } = argument as { readonly elements: Iterable<{ readonly name: string; readonly value: string }> };
  return Object.fromEntries([...elements].filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));
}

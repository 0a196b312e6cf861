import { readTextArgument } from '../../../shared/cells/inputs';
import type { TraceError } from '../../../shared/errors/trace-error';

const QUERY = { name: 'query', example: '"shop"' };

function problemOf(received: unknown): string {
  try {
    return `text ${readTextArgument(received, QUERY)}`;
  } catch (thrown) {
    return (thrown as TraceError).code;
  }
}

it.each([
  ['  shop ', 'text shop'],
  [[['shop']], 'text shop'],
  [12, 'text 12'],
  ['', 'text '],
  [null, 'text '],
  [undefined, 'text '],
  [0, 'text '],
  [[[null]], 'text '],
  [true, 'textExpected'],
  [new Date(0), 'textExpected'],
  [{ type: 'Entity' }, 'textExpected'],
  [[['a'], ['b']], 'oneInputOnly'],
  [[['a', 'b']], 'oneInputOnly'],
  ['#N/A', 'inputIsError'],
  ['#TRACE: No API key.', 'inputIsError'],
  ['Loading...', 'inputIsLoading'],
  ['Caricamento in corso...', 'inputIsLoading'],
  ["S'està carregant…", 'inputIsLoading'],
  ['लोड हो रहा है...', 'inputIsLoading'],
  ['Payments and billing for companies...', 'text Payments and billing for companies...'],
  ['(preview)', 'inputIsLoading'],
  ['trace_0123456789abcdef', 'inputIsApiKey'],
])('%j is read as %s', (received, expected) => {
  expect(problemOf(received)).toBe(expected);
});

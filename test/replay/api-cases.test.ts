import { askSandbox, type Ask } from '../sandbox/ask-sandbox';
import { API_CASES } from './api-cases';
import { ModelApi, type ModelFault } from './model-api';

function askModel({ credits }: { readonly credits?: number }): Ask {
  const api = new ModelApi(credits);
  return (method, path, { body, apiKey = 'trace_demo', fault } = {}) => {
    if (fault !== undefined) api.faults.push(fault as ModelFault);
    const response = api.answer({ method, path, apiKey, body });
    if (response === null) return Promise.reject(new Error('dropped'));
    const { status, retryAfter, text } = response;
    return Promise.resolve({ status, retryAfter, body: JSON.parse(text) as unknown });
  };
}

describe.each([
  ['the sandbox', askSandbox],
  ['the model of the replays', askModel],
])('%s', (_name, open) => {
  test.each(API_CASES)('$name', ({ credits, check }) => check(open(credits === undefined ? {} : { credits })));
});

import type { SyncHttp } from '../test/fakes/apps-script/threads/sync-http';
import type { HttpFate, HttpOrder } from '../test/fakes/apps-script/threads/http-orders';
import type { ModelApi } from '../test/replay/model-api';

export const ORIGIN = 'http://model';

/** A network answered by the model API. */
export function answering(api: ModelApi): SyncHttp {
  return { send: (orders: readonly HttpOrder[]) => orders.map((order) => answer(api, order)) } as unknown as SyncHttp;
}

function answer(api: ModelApi, { url, method, body }: HttpOrder): HttpFate {
  const asked = body === null ? undefined : (JSON.parse(body) as unknown);
  const response = api.answer({ method, path: url.slice(ORIGIN.length), apiKey: 'trace_demo', body: asked });
  if (response === null) throw new Error('the model does not drop connections by itself');
  return { is: 'answered', status: response.status, headers: {}, body: Buffer.from(response.text) };
}

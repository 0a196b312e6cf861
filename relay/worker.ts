import { readApiUrl } from './api-url';
import { makeRelayApp, type AddinFiles } from './app';
import { toContentType } from './content-type';

/** The Worker's bindings, from `wrangler.jsonc`. */
export interface WorkerSettings {
  /** The built add-in: https://developers.cloudflare.com/workers/static-assets/binding/. */
  readonly ASSETS: { fetch(request: Request): Promise<Response> };
  readonly TRACE_API_URL?: string;
}

const API_URL = 'https://api.tracedata.ai';

/** The relay as a Cloudflare Worker. It runs before static files are served, so that their headers are ours. */
export default {
  async fetch(request: Request, { ASSETS, TRACE_API_URL }: WorkerSettings): Promise<Response> {
    const apiUrl = readApiUrl(TRACE_API_URL || API_URL);
    if (!apiUrl.ok) return new Response(apiUrl.sentence, { status: 500 });
    return makeRelayApp({ files: toFiles(ASSETS), apiUrl: apiUrl.url }).fetch(request);
  },
};

function toFiles(assets: WorkerSettings['ASSETS']): AddinFiles {
  return {
    async get(name) {
      const answer = await assets.fetch(new Request(`https://assets.invalid/${name}`));
      if (!answer.ok) return undefined;
      return { contentType: toContentType(name), read: async () => new Uint8Array(await answer.arrayBuffer()) };
    },
  };
}

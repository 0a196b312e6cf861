/** The origin that `/v1` is forwarded to, or the sentence that says why this address cannot be used. */
type ApiUrl = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly sentence: string };

const EXAMPLE = 'an address such as https://api.tracedata.ai';

/** Reads `TRACE_API_URL`: an https origin, since API keys are sent to it; plain http only on this machine. */
export function readApiUrl(text: string): ApiUrl {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return refuse(`TRACE_API_URL must be ${EXAMPLE}.`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    return refuse(`TRACE_API_URL must be ${EXAMPLE}, with nothing after the host. Trace adds /v1.`);
  }
  if (url.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) {
    return refuse('TRACE_API_URL must begin with https:// to protect your API key.');
  }
  return { ok: true, url };
}

function refuse(sentence: string): ApiUrl {
  return { ok: false, sentence };
}

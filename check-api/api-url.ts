const DEFAULT = 'https://api.tracedata.ai';
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The origin to check, or the sentence that says why this one cannot be used. */
export function readOrigin(text: string | undefined): { readonly origin: string } | { readonly sentence: string } {
  const given = text === undefined || text === '' ? DEFAULT : text;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return { sentence: `TRACE_API_URL must be an address such as ${DEFAULT}.` };
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return { sentence: `TRACE_API_URL must end with the host, as in ${DEFAULT}; /v1 is added by itself.` };
  }
  if (url.protocol === 'http:' && !LOCAL.test(url.hostname)) {
    return { sentence: 'TRACE_API_URL must begin with https://, since your API key is sent there.' };
  }
  return { origin: url.origin };
}

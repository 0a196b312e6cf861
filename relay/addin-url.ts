/** The origin of the Excel add-in, or the sentence that says why this address cannot be used. */
type AddinUrl =
  | { readonly ok: true; readonly url: URL; readonly isLocal: boolean }
  | { readonly ok: false; readonly sentence: string };

const EXAMPLE = 'https://addin.example.com';
/** This machine, by any of its names. */
const LOCAL = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Reads `TRACE_ADDIN_URL`: an https origin, since Excel loads add-ins only by https. */
export function readAddinUrl(text: string): AddinUrl {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return refuse(`TRACE_ADDIN_URL must be an address such as ${EXAMPLE}.`);
  }
  if (url.protocol === 'http:') {
    return refuse('TRACE_ADDIN_URL must begin with https://, because Excel requires it.');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    return refuse(`TRACE_ADDIN_URL must be an address such as ${EXAMPLE}, with nothing after the host.`);
  }
  return { ok: true, url, isLocal: LOCAL.test(url.hostname) };
}

/** The same for a release, which other people's machines must reach. */
export function readReleaseUrl(text: string): AddinUrl {
  const addinUrl = readAddinUrl(text);
  if (!addinUrl.ok || !addinUrl.isLocal) return addinUrl;
  return refuse(`A release cannot run on this machine. Set TRACE_ADDIN_URL to a public address, such as ${EXAMPLE}.`);
}

function refuse(sentence: string): AddinUrl {
  return { ok: false, sentence };
}

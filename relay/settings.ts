import { OFFICE_SCRIPT_SENTENCE, readOfficeScript, type OfficeScript } from '../bundling/office-script';
import { readAddinUrl } from './addin-url';
import { readApiUrl } from './api-url';
import { readProxies, type Proxies } from './client-address';
import { readPort } from './port';

/** The relay's settings from the environment. */
export interface RelaySettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly apiUrl: URL;
  /** The public address; `null`: this machine, with its actual port. */
  readonly addinUrl: URL | null;
  /** The proxies that may be in front of that address. */
  readonly proxies: Proxies;
  /** The address from which the built page loads office.js. */
  readonly officeScript: OfficeScript;
}

type ReadSettings =
  | { readonly ok: true; readonly settings: RelaySettings }
  | { readonly ok: false; readonly sentence: string };

type Variable = 'PORT' | 'HOST' | 'TRACE_API_URL' | 'TRACE_ADDIN_URL' | 'TRACE_PROXY' | 'TRACE_OFFICE_JS';
type Environment = Readonly<Record<Variable, string | undefined>>;

/** No other machine on the network needs it, unless the settings say so. */
const HOST = '127.0.0.1';
const API_URL = 'https://api.tracedata.ai';

/** Reads the environment. An empty value counts as missing. */
export function readSettings(environment: Environment): ReadSettings {
  const { PORT, HOST: host, TRACE_API_URL, TRACE_ADDIN_URL } = environment;
  const apiUrl = readApiUrl(TRACE_API_URL || API_URL);
  if (!apiUrl.ok) return apiUrl;
  const addinUrl = TRACE_ADDIN_URL ? readAddinUrl(TRACE_ADDIN_URL) : null;
  if (addinUrl?.ok === false) return addinUrl;
  const isLocal = addinUrl === null || addinUrl.isLocal;
  const namedPort = addinUrl?.isLocal ? Number(addinUrl.url.port || 443) : undefined;
  const port = readPort(PORT, namedPort);
  if (port === null) return { ok: false, sentence: 'PORT must be a number from 0 to 65535.' };
  if (namedPort !== undefined && namedPort !== port) {
    return {
      ok: false,
      sentence: `PORT is ${port}, but TRACE_ADDIN_URL has port ${namedPort}. Remove one of them.`,
    };
  }
  const proxies = readProxies(environment.TRACE_PROXY ?? '');
  if (proxies === null) {
    return { ok: false, sentence: 'TRACE_PROXY must be an address such as 10.0.0.5, or a network such as 10.0.0.0/8.' };
  }
  const officeScript = readOfficeScript(environment.TRACE_OFFICE_JS ?? '');
  if (officeScript === null) return { ok: false, sentence: OFFICE_SCRIPT_SENTENCE };
  const addresses = { apiUrl: apiUrl.url, addinUrl: isLocal ? null : addinUrl.url };
  return { ok: true, settings: { host: host || HOST, port, ...addresses, proxies, officeScript } };
}

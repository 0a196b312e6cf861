import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Key and certificate for https, as PEM texts. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** The certificate for this machine, or the sentence that says how to get one. */
type ReadCertificate =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly sentence: string };

/** Microsoft's tool puts them here: https://www.npmjs.com/package/office-addin-dev-certs. */
const DEV_CERTIFICATES = join(homedir(), '.office-addin-dev-certs');
const INSTALL = 'npx office-addin-dev-certs install';

/**
 * Reads the certificate that this machine trusts for localhost. It is never created here: trusting it needs an
 * administrator's password, which a command started by the user asks for.
 */
export async function readDevCertificate(now: Date, dir = DEV_CERTIFICATES): Promise<ReadCertificate> {
  const [cert, key] = await Promise.all([readIfThere(dir, 'localhost.crt'), readIfThere(dir, 'localhost.key')]);
  if (cert === null || key === null) {
    return refuse(`This machine has no https certificate yet. Run ${INSTALL}, then start again.`);
  }
  const problem = problemOf(cert, key, now);
  if (problem !== null) return refuse(`The certificate in ${dir} ${problem}. Run ${INSTALL}, then start again.`);
  return { ok: true, certificate: { cert, key } };
}

function problemOf(cert: string, key: string, now: Date): string | null {
  try {
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) return 'does not match its key';
    const end = new Date(certificate.validTo);
    return end > now ? null : `expired on ${end.toISOString().slice(0, 10)}`;
  } catch {
    return 'cannot be read';
  }
}

async function readIfThere(dir: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(dir, name), 'utf8');
  } catch {
    return null;
  }
}

function refuse(sentence: string): ReadCertificate {
  return { ok: false, sentence };
}

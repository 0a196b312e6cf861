import { generateCertificates } from 'office-addin-dev-certs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A user's home folder in which Microsoft's tool has put certificates, short of making the machine trust them. */
export interface CertifiedHome {
  readonly home: string;
  /** Where in it they are. */
  readonly dir: string;
  /** The authority, as PEM; a browser would have it among those it trusts. */
  readonly authority: string;
  readonly remove: () => Promise<void>;
}

export async function makeCertifiedHome(days = 30): Promise<CertifiedHome> {
  const home = await mkdtemp(join(tmpdir(), 'trace-home-'));
  const dir = join(home, '.office-addin-dev-certs');
  const [authority, certificate, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(dir, name));
  const written = jest.spyOn(console, 'log').mockImplementation();
  await generateCertificates(authority!, certificate!, key!, days, ['localhost', '127.0.0.1']);
  written.mockRestore();
  return { home, dir, authority: await readFile(authority!, 'utf8'), remove: () => rm(home, { recursive: true }) };
}

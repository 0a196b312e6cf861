import { generateCertificates } from 'office-addin-dev-certs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

const NAMES = ['ca.crt', 'localhost.crt', 'localhost.key'] as const;
type Files = Readonly<Record<(typeof NAMES)[number], string>>;
/** Made once for each test file, because keys take long. */
let made: Promise<Files> | undefined;

export async function makeCertifiedHome(): Promise<CertifiedHome> {
  const files = await (made ??= makeCertificates());
  const home = await mkdtemp(join(tmpdir(), 'trace-home-'));
  const dir = join(home, '.office-addin-dev-certs');
  await mkdir(dir);
  await Promise.all(NAMES.map((name) => writeFile(join(dir, name), files[name])));
  return { home, dir, authority: files['ca.crt'], remove: () => rm(home, { recursive: true }) };
}

async function makeCertificates(): Promise<Files> {
  const dir = await mkdtemp(join(tmpdir(), 'trace-certificates-'));
  const paths = NAMES.map((name) => join(dir, name));
  const written = jest.spyOn(console, 'log').mockImplementation();
  await generateCertificates(paths[0], paths[1], paths[2], 30, ['localhost', '127.0.0.1']);
  written.mockRestore();
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  await rm(dir, { recursive: true });
  return Object.fromEntries(NAMES.map((name, at) => [name, texts[at]])) as Files;
}

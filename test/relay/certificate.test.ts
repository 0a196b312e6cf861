import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDevCertificate } from '../../relay/certificate';
import { makeCertifiedHome, type CertifiedHome } from './dev-certificates';

const NOW = new Date();
const A_YEAR_LATER = new Date(NOW.getTime() + 366 * 86_400_000);
const AGAIN = 'Run npx office-addin-dev-certs install, then start again.';

let certified: CertifiedHome;

beforeEach(async () => {
  certified = await makeCertifiedHome();
});

afterEach(() => certified.remove());

const read = (now = NOW): ReturnType<typeof readDevCertificate> => readDevCertificate(now, certified.dir);

it('what Microsoft’s tool has made is taken', async () => {
  expect(await read()).toEqual({
    ok: true,
    certificate: {
      cert: expect.stringContaining('-----BEGIN CERTIFICATE-----'),
      key: expect.stringContaining('PRIVATE KEY-----'),
    },
  });
});

it('without one it is said how to get it', async () => {
  expect(await readDevCertificate(NOW, join(tmpdir(), 'nothing-is-here'))).toEqual({
    ok: false,
    sentence: `This machine has no https certificate yet. ${AGAIN}`,
  });
});

it('one that is too old is told with its day', async () => {
  expect(await read(A_YEAR_LATER)).toEqual({
    ok: false,
    sentence: expect.stringMatching(
      / expired on \d{4}-\d\d-\d\d\. Run npx office-addin-dev-certs install, then start again\.$/,
    ),
  });
});

it.each(['localhost.crt', 'localhost.key'])('a damaged %s is told', async (name) => {
  await writeFile(join(certified.dir, name), 'damaged');
  expect(await read()).toEqual({
    ok: false,
    sentence: `The certificate in ${certified.dir} cannot be read. ${AGAIN}`,
  });
});

it('a key of another certificate is told', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(join(certified.dir, 'localhost.key'), privateKey.export({ type: 'pkcs1', format: 'pem' }));
  expect(await read()).toEqual({
    ok: false,
    sentence: `The certificate in ${certified.dir} does not match its key. ${AGAIN}`,
  });
});

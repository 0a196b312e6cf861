import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trace-release-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** `npm run release`, with the code with which it ended and what it said. */
async function release(addinUrl: string, officeScript = ''): Promise<readonly [number, string]> {
  const child = fork('release.ts', {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env['PATH'], TRACE_DIST: folder, TRACE_ADDIN_URL: addinUrl, TRACE_OFFICE_JS: officeScript },
    silent: true,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number];
  return [code, Buffer.concat(chunks).toString()];
}

it.each([
  ['this machine', 'https://localhost:3000', 'A release cannot run on this machine. '],
  ['plain http', 'http://addin.example.com', 'TRACE_ADDIN_URL must begin with https://, '],
  ['no address', '', 'TRACE_ADDIN_URL must be an address such as https://addin.example.com.'],
])('from %s is refused in one sentence, and nothing is built', async (_name, addinUrl, sentence) => {
  const [code, said] = await release(addinUrl);
  expect([code, said.startsWith(sentence), said.trim().split('\n').length, await readdir(folder)]).toEqual([
    1,
    true,
    1,
    [],
  ]);
});

it('names the address that users reach wherever the add-in names one, and loads office.js from where it is told', async () => {
  expect(await release('https://addin.example.com/', 'onecdn')).toEqual([
    0,
    `${folder}/excel-addin is ready. Serve it at https://addin.example.com/ and install its manifest.xml (docs/excel.md).\n`,
  ]);
  const texts = await Promise.all(
    ['manifest.xml', 'manifest.dev.xml', 'functions.json'].map((name) =>
      readFile(join(folder, 'excel-addin', name), 'utf8'),
    ),
  );
  const origins = texts.flatMap((text) => text.match(/https:\/\/[^/"]+(?=\/(taskpane|functions|docs|assets))/g) ?? []);
  expect([origins.length > 20, [...new Set(origins)], texts.join('').includes('localhost')]).toEqual([
    true,
    ['https://addin.example.com'],
    false,
  ]);
  const page = await readFile(join(folder, 'excel-addin', 'taskpane.html'), 'utf8');
  expect(page.match(/https:[^"]+office\.js/g)).toEqual([
    'https://officeapis.public.onecdn.static.microsoft/1/office.js',
  ]);
});

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { filesIn, zipFolder } from '../../releasing/zip';
import { addonFolder } from '../fakes/apps-script/built-addon';
import { API_ORIGIN } from '../fakes/apps-script/host';
import { setSpendPolicy } from '../fakes/apps-script/spend-policy';
import { SheetsWorld } from '../fakes/apps-script/world';
import { excelAddinFolder } from '../fakes/excel/functions-bundle';
import { ExcelRuntime } from '../fakes/excel/runtime';
import { useSandbox } from '../fakes/use-sandbox';
import { makeRepository } from '../releasing/repository';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
/** Where the add-in of the release is served from. */
const ADDRESS = 'https://trace.example.com';
/** Filled in, whatever the project's own settings are. */
const PUBLISHER = resolve('test/stores/publisher.example.json');
const SHEETS = `trace-for-google-sheets-${version}`;
const EXCEL = `trace-for-excel-${version}`;

/** Not this machine's: what is compared with the release was made in that of the tests. */
const TZ = 'Pacific/Kiritimati';
/** As an address, because the releases are made in another folder. */
const TSX = pathToFileURL(createRequire(resolve('package.json')).resolve('tsx')).href;
const sandbox = useSandbox();
const folder = mkdtempSync(join(tmpdir(), 'trace-release-'));
const repository = makeRepository();
let released: readonly [code: number, said: string];

/** What `npm run release` runs. */
const FROM_SOURCES: Script = { script: resolve('release.ts'), execArgv: ['--import', TSX] };
/** The same up to where it builds, in one file. Refusals start it in a fraction of the time. */
const REFUSING: Script = { script: join(folder, 'refusing.mjs'), execArgv: [] };

interface Script {
  readonly script: string;
  readonly execArgv: readonly string[];
}

/** `npm run release`, with the code with which it ended and what it said. Git answers about a repository of the test's. */
async function release(
  addinUrl: string,
  dist: string,
  { cwd = '.', publisher = PUBLISHER, run: { script, execArgv } = REFUSING } = {},
): Promise<readonly [number, string]> {
  const settings = {
    TRACE_DIST: dist,
    TRACE_ADDIN_URL: addinUrl,
    TRACE_OFFICE_JS: 'onecdn',
    TRACE_PUBLISHER: publisher,
  };
  const child = fork(script, {
    cwd,
    execArgv: [...execArgv],
    env: { PATH: process.env['PATH'], ...settings, ...repository.env, TZ },
    silent: true,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number];
  return [code, Buffer.concat(chunks).toString()];
}

const packed = (name: string): string => join(folder, 'release', name);
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** Unpacks a zip, as a user does who installs from it. @returns the folder in it */
function unpack(name: string): string {
  const to = join(folder, 'unpacked');
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(packed(`${name}.zip`))))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), bytes);
  }
  return join(to, name);
}

beforeAll(async () => {
  released = await release(`${ADDRESS}/`, folder, { run: FROM_SOURCES });
});
afterAll(() => {
  repository.remove();
  rmSync(folder, { recursive: true });
});

describe('a release is refused in one sentence, and nothing is built', () => {
  const empty = join(folder, 'empty');

  beforeAll(() =>
    build({
      entryPoints: ['release.ts'],
      ...{ outfile: REFUSING.script, bundle: true, platform: 'node', format: 'esm' },
      external: ['./releasing/release'],
    }),
  );

  it('from this machine', async () => {
    const [code, said] = await release('https://localhost:3000', empty);
    expect({
      code,
      lines: said.trim().split('\n').length,
      said,
      isBuilt: readdirSync(folder).includes('empty'),
    }).toEqual({
      code: 1,
      lines: 1,
      said: expect.stringMatching(/^A release cannot run on this machine\. /) as unknown,
      isBuilt: false,
    });
  });

  it('of a version that the changelog does not have', async () => {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{"version":"9.8.7"}');
    writeFileSync(join(project, 'CHANGELOG.md'), '# Changelog\n\n## 9.8.6\n\nNew.\n');
    const [code, said] = await release('https://trace.example.com', empty, { cwd: project });
    expect({ code, said, isBuilt: readdirSync(folder).includes('empty') }).toEqual({
      code: 1,
      said: 'CHANGELOG.md has nothing about 9.8.7. Write what is new below a heading ## 9.8.7.\n',
      isBuilt: false,
    });
  });

  it('without an address of support', async () => {
    const blank = join(folder, 'publisher.json');
    writeFileSync(blank, JSON.stringify({ ...JSON.parse(readFileSync(PUBLISHER, 'utf8')), supportEmail: '' }));
    const [code, said] = await release('https://trace.example.com', empty, { publisher: blank });
    rmSync(blank);
    expect({ code, said, isBuilt: readdirSync(folder).includes('empty') }).toEqual({
      code: 1,
      said: 'stores/publisher.json: supportEmail is blank. Fill in the email address of support, for the help pages.\n',
      isBuilt: false,
    });
  });

  it('of files that are in no commit', async () => {
    writeFileSync(join(repository.folder, 'new.ts'), '');
    const [code, said] = await release('https://trace.example.com', empty);
    rmSync(join(repository.folder, 'new.ts'));
    expect({
      code,
      lines: said.trim().split('\n').length,
      said,
      isBuilt: readdirSync(folder).includes('empty'),
    }).toEqual({
      code: 1,
      lines: 1,
      said: expect.stringMatching(
        /^A release is made from a commit, and files have changed since: new\.ts\. /,
      ) as unknown,
      isBuilt: false,
    });
  });
});

it('says what is where', () => {
  const [code, said] = released;
  expect({ code, said: said.replace(/ [0-9a-f]{12}\.$/m, ' 0123456789ab.') }).toEqual({
    code: 0,
    said:
      `${folder}/excel-addin is ready. Serve it at https://trace.example.com/ and install its manifest.xml (docs/administrators.md).\n` +
      `${folder}/release has the zips of ${version} for others, from commit 0123456789ab.\n`,
  });
});

it('names the address that users reach wherever the add-in names one, and loads office.js from where it is told', () => {
  const texts = ['manifest.xml', 'manifest.dev.xml', 'functions.json'].map((name) => read(join('excel-addin', name)));
  const origins = texts.flatMap((text) => text.match(/https:\/\/[^/"]+(?=\/(taskpane|functions|docs|assets))/g) ?? []);
  expect({
    areEnough: origins.length > 20,
    origins: [...new Set(origins)],
    hasLocalhost: texts.join('').includes('localhost'),
  }).toEqual({ areEnough: true, origins: ['https://trace.example.com'], hasLocalhost: false });
  const forms = ['google-workspace-marketplace', 'microsoft-appsource'].map((name) =>
    read(`release/stores/${name}.md`),
  );
  expect(forms.map((form) => [...new Set(form.match(/https:[^ ]+(?=\/docs\/guides\/privacy)/g))])).toEqual([
    ['https://trace.example.com'],
    ['https://trace.example.com'],
  ]);
  expect(read('excel-addin/docs/guides/support.html')).toContain('mailto:support@trace.example');
  expect(forms.join('')).toContain('https://trace.example/terms');
  expect(read('excel-addin/taskpane.html').match(/https:[^"]+office\.js/g)).toEqual([
    'https://officeapis.public.onecdn.static.microsoft/1/office.js',
  ]);
});

/** The panel has a digest of a file with addresses; the page of support, and what the search finds in it, the publisher's. */
const NAME_ADDRESSES: ReadonlySet<string> = new Set([
  'taskpane.html',
  'docs/guides/support.html',
  'docs/search-index.js',
]);

describe('made twice, the same commit gives the same bytes', () => {
  /** The other build that this run of the tests has: in another process and time zone, and for another address. */
  it.each([
    ['apps-script', addonFolder, 4],
    ['excel-addin', excelAddinFolder, 20],
  ])('%s, file by file, but for the addresses that they name', async (name, otherFolder, least) => {
    const other = await otherFolder();
    // A build of one add-on alone has neither pages nor notices.
    const files = filesIn(join(folder, name)).filter(
      (file) => existsSync(join(other, file)) && !NAME_ADDRESSES.has(file),
    );
    const differing = files.filter((file) => {
      const theirs = readFileSync(join(other, file), 'latin1');
      const asHere = /^[^/]+\.(xml|json)$/.test(file) ? theirs.replaceAll('https://localhost:3000', ADDRESS) : theirs;
      return asHere !== readFileSync(join(folder, name, file), 'latin1');
    });
    expect({ areEnough: files.length >= least, differing }).toEqual({ areEnough: true, differing: [] });
  });

  it.each([
    [SHEETS, 'apps-script'],
    [EXCEL, 'excel-addin'],
  ])('%s.zip, with the day of the commit and in one order', (name, built) => {
    const again = zipFolder(join(folder, built), name, '2026-06-01');
    expect(Buffer.from(again).equals(readFileSync(packed(`${name}.zip`)))).toBe(true);
  });
});

it('SHA256SUMS has the digest of each file beside it, as sha256sum checks it', () => {
  const names = [`${EXCEL}.cdx.json`, `${EXCEL}.zip`, `${SHEETS}.cdx.json`, `${SHEETS}.zip`];
  const digestOf = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(packed(name)))
      .digest('hex');
  expect({
    files: readdirSync(join(folder, 'release')).sort(),
    digests: readFileSync(packed('SHA256SUMS'), 'utf8'),
  }).toEqual({
    files: ['SHA256SUMS', 'stores', ...names],
    digests: names.map((name) => `${digestOf(name)}  ${name}\n`).join(''),
  });
});

it.each([
  [SHEETS, ['@sinclair/typebox', 'fastest-levenshtein', 'preact', 'punycode']],
  [EXCEL, ['@sinclair/typebox', 'fastest-levenshtein', 'idb-keyval', 'minisearch', 'preact', 'punycode']],
])('%s has a notice and an entry in its bill of materials for each package in it', (name, packages) => {
  const notices = readFileSync(join(unpack(name), 'NOTICES.txt'), 'utf8');
  const { components } = JSON.parse(readFileSync(packed(`${name}.cdx.json`), 'utf8')) as {
    readonly components: readonly { readonly name: string }[];
  };
  const noticed = [...notices.matchAll(/^([@\w/.-]+) \d[\w.-]* \([^()]+\)$/gm)].map(([, each]) => each);
  expect({ components: components.map((component) => component.name), noticed: noticed.sort() }).toEqual({
    components: packages,
    noticed: packages,
  });
});

it('from its zip, the Sheets add-on answers a formula', () => {
  const from = unpack(SHEETS);
  const [code, html, manifest] = ['Code.js', 'Sidebar.html', 'appsscript.json'].map((name) =>
    readFileSync(join(from, name), 'utf8'),
  );
  const files = { code: code!, html: html!, manifest: manifest! };
  const world = new SheetsWorld({ ...files, origins: { [API_ORIGIN]: sandbox.origin } });
  setSpendPolicy(world, { mode: 'freely' });
  world.callRpc('setKey', ['trace_demo', 'anAccount', 'works']);
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([['Stripe']]);
});

it('from its zip, the Excel add-in answers a formula', async () => {
  const from = unpack(EXCEL);
  const functions = readFileSync(join(from, 'functions.js'), 'utf8');
  const page = new ExcelRuntime({ origin: sandbox.origin, bundle: functions });
  page.storage.setItem('trace.apiKey', 'trace_demo');
  const answer = await page.call('TRACE_COMPANY', [['stripe.com']], null, null);
  page.stop();
  expect(answer).toMatchObject({ ok: true, table: [['Stripe']] });
});

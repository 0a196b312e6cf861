import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageFor } from '../../../workbook/served/page-cache';
import { digestSources } from '../../../workbook/served/source-digest';

let root: string;
let said: string[];
let built: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-cache-'));
  said = [];
  built = [];
  for (const folder of ['bundling', 'docs', 'excel-addin', 'languages', 'sandbox', 'shared', 'workbook'])
    await mkdir(join(root, folder));
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(join(root, 'workbook', 'page.ts'), 'one');
});

afterEach(() => rm(root, { recursive: true }));

function build(what: string) {
  return async ({ outDir }: { readonly outDir: string }): Promise<void> => {
    built.push(what);
    await writeFile(join(outDir, 'made.txt'), what);
  };
}

const start = () => pageFor(root, (line) => said.push(line), { page: build('page'), help: build('help') });

describe('the name of the sources', () => {
  it('is another where one of them has other contents, and the same again with the old ones', async () => {
    const first = await digestSources(root);
    await writeFile(join(root, 'workbook', 'page.ts'), 'two');
    const second = await digestSources(root);
    await writeFile(join(root, 'workbook', 'page.ts'), 'one');
    expect({ isSame: second === first, again: await digestSources(root) }).toEqual({ isSame: false, again: first });
  });

  it('is another where a source moves', async () => {
    const first = await digestSources(root);
    await writeFile(join(root, 'shared', 'page.ts'), 'one');
    await rm(join(root, 'workbook', 'page.ts'));
    expect(await digestSources(root)).not.toBe(first);
  });

  it('is another where other packages are installed', async () => {
    const first = await digestSources(root);
    await mkdir(join(root, 'node_modules'));
    await writeFile(join(root, 'node_modules', '.package-lock.json'), '{}');
    expect(await digestSources(root)).not.toBe(first);
  });
});

describe('the page of a start', () => {
  it('is built once for the same sources, and the second start says so', async () => {
    await start();
    const { workbookDir } = await start();
    expect(built).toEqual(['page']);
    expect(said).toEqual([
      'Building the page …',
      expect.stringMatching(/^Built in \d+\.\d s\. The next start is faster\.$/),
      'The page is built already.',
    ]);
    expect(await readFile(join(workbookDir, '../made.txt'), 'utf8')).toBe('page');
  });

  it('is built again for other sources', async () => {
    await start();
    await writeFile(join(root, 'shared', 'more.ts'), 'more');
    await start();
    expect(built).toEqual(['page', 'page']);
  });

  it('that could not be built is not taken for one that is', async () => {
    const fails = async (): Promise<void> => {
      throw new Error('the compiler stopped');
    };
    const failing = pageFor(root, () => undefined, { page: fails, help: fails });
    await expect(failing).rejects.toThrow('the compiler stopped');
    await start();
    expect(built).toEqual(['page']);
  });

  it('has help that is made when it is first asked for, once', async () => {
    const { makeHelp } = await start();
    expect(built).toEqual(['page']);
    const dir = await makeHelp?.();
    await (await start()).makeHelp?.();
    expect(built).toEqual(['page', 'help']);
    expect(await readFile(join(dir ?? '', 'made.txt'), 'utf8')).toBe('help');
  });

  it('takes the place of the one of other sources, whose server makes its help again', async () => {
    const earlier = await start();
    await earlier.makeHelp?.();
    await writeFile(join(root, 'workbook', 'page.ts'), 'two');
    await start();
    expect(await readdir(join(root, '.cache', 'workbook'))).toHaveLength(1);
    expect(await readFile(join((await earlier.makeHelp?.()) ?? '', 'made.txt'), 'utf8')).toBe('help');
  });
});

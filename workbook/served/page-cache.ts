import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digestSources } from './source-digest';

/** A page that can be served. */
export interface BuiltPage {
  readonly workbookDir: string;
  readonly addinDir: string;
  /** Makes the help pages when one is first asked for; without it they are in `addinDir`. */
  readonly makeHelp?: () => Promise<string>;
}

type Build = (options: { readonly outDir: string }) => Promise<void>;

/** Imported on demand, since a page that is already built needs no compiler. */
const BUILDS: Readonly<Record<'page' | 'help', Build>> = {
  page: async (options) => (await import('../build')).buildPage(options),
  help: async (options) => (await import('../build')).buildHelp(options),
};

const FOLDER = join('.cache', 'workbook');

/**
 * The page of these sources: as an earlier start built it, or built now.
 *
 * @param root the project @param say what is being done, for the person who waits
 */
export async function pageFor(root: string, say: (line: string) => void, builds = BUILDS): Promise<BuiltPage> {
  const cache = join(root, FOLDER);
  const digest = await digestSources(root);
  const built = join(cache, digest);
  if (await exists(built)) {
    say('The page is built already.');
  } else {
    say('Building the page …');
    const begun = performance.now();
    await makeWhole(built, builds.page);
    say(`Built in ${((performance.now() - begun) / 1_000).toFixed(1)} s. The next start is faster.`);
    await forgetOthers(cache, digest);
  }
  return {
    workbookDir: join(built, 'workbook'),
    addinDir: join(built, 'excel-addin'),
    makeHelp: () => makeHelp(join(built, 'help'), builds.help),
  };
}

async function makeHelp(dir: string, build: Build): Promise<string> {
  if (!(await exists(dir))) await makeWhole(dir, build);
  return dir;
}

/** Uses another name until the build is complete, so that an interrupted start leaves nothing that looks built. */
async function makeWhole(dir: string, build: Build): Promise<void> {
  const unfinished = `${dir}.${process.pid}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await build({ outDir: unfinished });
  try {
    await rename(unfinished, dir);
  } catch (error) {
    // Another start may have been first, with the same contents.
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(dir))) throw error;
  }
}

/** A server that was started earlier has read its page, and makes its help again. */
async function forgetOthers(cache: string, digest: string): Promise<void> {
  const others = (await readdir(cache)).filter((name) => !name.startsWith(digest));
  await Promise.all(others.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

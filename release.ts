import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE_SCRIPT_SENTENCE, readOfficeScript } from './bundling/office-script';
import { readReleaseUrl } from './relay/addin-url';
import { giveUp, say } from './relay/terminal';
import { hasVersion } from './releasing/changelog';
import { readCommit } from './releasing/commit';
import { keepEarlierParts, readEarlierParts } from './releasing/earlier-parts';
import type { Lockfile } from './releasing/lockfile';
import { checkPublisher, loadPublisher } from './stores/publisher';

const OUT_DIR = process.env['TRACE_DIST'] ?? 'dist';

await release(process.env['TRACE_ADDIN_URL'] ?? '');

/** `npm run release`: builds and packs what users install, and refuses a package that they could not use. */
async function release(text: string): Promise<void> {
  const addinUrl = readReleaseUrl(text);
  if (!addinUrl.ok) return giveUp(addinUrl.sentence);
  const officeScript = readOfficeScript(process.env['TRACE_OFFICE_JS'] ?? '');
  if (officeScript === null) return giveUp(OFFICE_SCRIPT_SENTENCE);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  if (!hasVersion(readFileSync('CHANGELOG.md', 'utf8'), version)) {
    return giveUp(`CHANGELOG.md has nothing about ${version}. Write what is new below a heading ## ${version}.`);
  }
  const publisher = loadPublisher();
  const blanks = checkPublisher(publisher);
  if (blanks.length > 0) return giveUp(blanks.join('\n'));
  const commit = readCommit();
  if (typeof commit === 'string') return giveUp(commit);
  // Loaded late, so that a refusal need not wait for the build tools.
  const { makeRelease } = await import('./releasing/release');
  const { origin } = addinUrl.url;
  const addin = join(OUT_DIR, 'excel-addin');
  const earlier = readEarlierParts(addin, new Date());
  const problems = await makeRelease({
    version,
    commit,
    outDir: OUT_DIR,
    addinOrigin: origin,
    officeScript,
    lockfile: JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile,
    publisher,
  });
  // Done after the zips, which contain only this release.
  keepEarlierParts(addin, earlier);
  if (problems.length > 0) return giveUp(`This cannot be released:\n${problems.join('\n')}`);
  say(`${addin} is ready. Serve it at ${origin}/ and install its manifest.xml (docs/administrators.md).`);
  say(`${join(OUT_DIR, 'release')} has the zips of ${version} for others, from commit ${commit.hash.slice(0, 12)}.`);
}

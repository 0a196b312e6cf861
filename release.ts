import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFFICE_SCRIPT_SENTENCE, readOfficeScript } from './bundling/office-script';
import { readReleaseUrl } from './relay/addin-url';
import { giveUp, say } from './relay/terminal';

const OUT_DIR = process.env['TRACE_DIST'] ?? 'dist';

await release(process.env['TRACE_ADDIN_URL'] ?? '');

/** `npm run release`: builds what other people install, and refuses what they could not. */
async function release(text: string): Promise<void> {
  const addinUrl = readReleaseUrl(text);
  if (!addinUrl.ok) return giveUp(addinUrl.sentence);
  const officeScript = readOfficeScript(process.env['TRACE_OFFICE_JS'] ?? '');
  if (officeScript === null) return giveUp(OFFICE_SCRIPT_SENTENCE);
  // What is refused need not wait for the tools that build.
  const [{ buildExcelSite }, { checkManifest }, { readPngSize }] = await Promise.all([
    import('./build'),
    import('./excel-addin/manifest/check'),
    import('./excel-addin/manifest/png-size'),
  ]);
  await buildExcelSite(OUT_DIR, addinUrl.url.origin, officeScript);
  const addin = join(OUT_DIR, 'excel-addin');
  const manifest = readFileSync(join(addin, 'manifest.xml'), 'utf8');
  const problems = checkManifest(manifest, (path) => readPngSize(join(addin, path)));
  if (problems.length > 0) return giveUp(`The manifest has errors:\n${problems.join('\n')}`);
  say(`${addin} is ready. Serve it at ${addinUrl.url.origin}/ and install its manifest.xml (docs/excel.md).`);
}

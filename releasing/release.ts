import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAppsScript } from '../apps-script/build';
import { buildExcelSite } from '../build';
import type { OfficeScript } from '../bundling/office-script';
import { packagesOf } from '../bundling/packages';
import { FORMS, readForm } from '../stores/forms';
import type { Publisher } from '../stores/publisher';
import type { Commit } from './commit';
import { checkLockfile, type Lockfile } from './lockfile';
import { toSbom } from './sbom';
import { zipFolder } from './zip';

interface ReleaseOptions {
  readonly version: string;
  readonly commit: Commit;
  /** The folder for both add-ons and, in `release`, their zips. */
  readonly outDir: string;
  /** The address that will serve the Excel add-in. */
  readonly addinOrigin: string;
  readonly officeScript: OfficeScript;
  readonly lockfile: Lockfile;
  /** The publisher's addresses, none of them blank. */
  readonly publisher: Publisher;
}

/** One of the add-ons, built. */
interface Built {
  /** Its folder in `outDir`. */
  readonly folder: 'apps-script' | 'excel-addin';
  readonly zip: string;
  readonly description: string;
  readonly inputs: readonly string[];
}

/** Files that could still contain the address of this machine. */
const NAMING_ADDRESSES = ['appsscript.json', 'manifest.xml', 'manifest.dev.xml', 'functions.json'];

/**
 * Builds both add-ons and packs them: a zip and a bill of materials for each, the digests of all, and the stores'
 * forms with the add-in's address. The same commit and address give the same bytes.
 *
 * @returns what prevents a release, a sentence each; nothing is packed then
 */
export async function makeRelease(options: ReleaseOptions): Promise<readonly string[]> {
  const { outDir, addinOrigin, officeScript, lockfile } = options;
  const packed = join(outDir, 'release');
  rmSync(packed, { recursive: true, force: true });
  const refused = checkLockfile(lockfile);
  if (refused.length > 0) return refused;
  const [sheets, excel] = await Promise.all([
    buildAppsScript({ outDir: join(outDir, 'apps-script') }),
    buildExcelSite(outDir, addinOrigin, officeScript),
  ]);
  const built: readonly Built[] = [
    {
      folder: 'excel-addin',
      zip: 'trace-for-excel',
      description: 'Trace for Excel: the files that serve the add-in',
      inputs: excel,
    },
    {
      folder: 'apps-script',
      zip: 'trace-for-google-sheets',
      description: 'Trace for Google Sheets: the files that clasp pushes',
      inputs: sheets,
    },
  ];
  const problems = built.flatMap((each) => checkBuilt(outDir, each, lockfile));
  if (problems.length === 0) pack(packed, built, options);
  return problems;
}

function checkBuilt(outDir: string, { folder, inputs }: Built, { packages }: Lockfile): readonly string[] {
  const namesThisMachine = (name: string): boolean => {
    const path = join(outDir, folder, name);
    return existsSync(path) && /\blocalhost\b|\b127\.0\.0\.1\b/.test(readFileSync(path, 'utf8'));
  };
  return [
    ...NAMING_ADDRESSES.filter(namesThisMachine).map((name) => `${name} names this machine`),
    ...packagesOf(inputs)
      .filter((each) => packages[each.folder]?.version !== each.version)
      .map((each) => `${each.folder} is installed in another version than package-lock.json has: run npm ci`),
  ];
}

function pack(packed: string, built: readonly Built[], options: ReleaseOptions): void {
  const { version, commit, outDir, addinOrigin, lockfile, publisher } = options;
  const day = commit.time.slice(0, '2026-06-01'.length);
  const files = built.flatMap(({ folder, zip: name, description, inputs }) => {
    const zip = zipFolder(join(outDir, folder), `${name}-${version}`, day);
    const sbom = toSbom({ name, version, description, commit }, packagesOf(inputs), lockfile);
    return [
      [`${name}-${version}.cdx.json`, Buffer.from(sbom)],
      [`${name}-${version}.zip`, zip],
    ] as const;
  });
  mkdirSync(packed, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(packed, name), bytes);
  // In the format that sha256sum writes and checks.
  const digests = files.map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  writeFileSync(join(packed, 'SHA256SUMS'), digests.join(''));
  const forms = join(packed, 'stores');
  mkdirSync(forms);
  const values = { ...publisher, version, origin: addinOrigin };
  for (const name of FORMS) writeFileSync(join(forms, name), readForm(name, values));
}

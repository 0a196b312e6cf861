import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A third-party package that is part of a bundle. */
export interface BundledPackage {
  /** Its path from the project's folder. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, such as `MIT` or `(MIT OR Apache-2.0)`. */
  readonly license: string;
  readonly author: string;
  /** The contents of its license and notice files; empty if it has none. */
  readonly texts: readonly string[];
}

interface PackageFile {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly license?: unknown;
  readonly author?: unknown;
}

/** The package folder of a file, also for a package installed inside another. */
const FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE_FILE = /^(licen[cs]e|copying|copyright|notice|unlicense)[^/]*$/i;
const PROGRAM = /\.([cm]?[jt]s|json|html)$/i;

/**
 * The packages that source files belong to, by name. The project's own files belong to none.
 *
 * @param inputs paths from the project's folder
 * @throws Error if a package does not state its name, version and license
 */
export function packagesOf(inputs: readonly string[]): readonly BundledPackage[] {
  const folders = new Set(inputs.flatMap((path) => FOLDER.exec(path)?.[0] ?? []));
  const packages = [...folders].map(readPackage);
  return packages.sort((a, b) => compare(`${a.name}@${a.version}`, `${b.name}@${b.version}`));
}

function readPackage(folder: string): BundledPackage {
  const file = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
  const files = readdirSync(folder).filter((each) => LICENSE_FILE.test(each) && !PROGRAM.test(each));
  const texts = files.sort(compare).map((each) => toPlainText(readFileSync(join(folder, each), 'utf8')));
  const { name, version, license = licenseOf(texts) } = file;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(`${folder} does not say its name, version and license`);
  }
  return { folder, name, version, license, author: nameOf(file.author), texts };
}

/** One package of the grid states its license only in a file. */
function licenseOf(texts: readonly string[]): string | undefined {
  return texts.some((text) => /^Apache License\s+Version 2\.0,/.test(text)) ? 'Apache-2.0' : undefined;
}

/** Reads `Ann Smith <ann@example.com> (https://…)`, or an object with a name. */
function nameOf(author: unknown): string {
  const text = typeof author === 'object' && author !== null && 'name' in author ? author.name : author;
  return typeof text === 'string' ? text.replace(/\s*[<(].*$/, '') : '';
}

function toPlainText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

/** Gives the same order on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legalComments } from './legal-comments';
import { licenseText } from './license-texts';
import { packagesOf, type BundledPackage } from './packages';

const NOTICES_FILE = 'NOTICES.txt';

const RULE = '-'.repeat(80);
const OTHERS = 'It contains the following packages of others, under their own licenses.';

/** Writes the notices for a folder of bundles into it. */
export function writeNotices(outDir: string, inputs: readonly string[]): void {
  writeFileSync(join(outDir, NOTICES_FILE), toNotices(packagesOf(inputs), inputs));
}

/**
 * The packages with the texts that their licenses require, each text once.
 *
 * @param inputs every source file in the bundles, since a notice may be in one of them
 * @throws Error if the text of a license is not available
 */
function toNotices(packages: readonly BundledPackage[], inputs: readonly string[]): string {
  const texts = packages.map((each) => [each, toText(each, packages, inputs)] as const);
  const groups = [...new Set(texts.map(([, text]) => text))].map((text) => {
    const names = texts.flatMap(([each, its]) => (its === text ? [toLine(each)] : []));
    return `${names.join('\n')}\n\n${text}`;
  });
  const introduction = `Trace for Sheets & Excel\n\n${readFileSync('LICENSE', 'utf8').trim()}\n\n${OTHERS}`;
  return `${[introduction, ...groups].join(`\n\n${RULE}\n`)}\n`;
}

function toLine({ name, version, license }: BundledPackage): string {
  return `${name} ${version} (${license})`;
}

function toText(each: BundledPackage, all: readonly BundledPackage[], inputs: readonly string[]): string {
  const texts = each.texts.length > 0 ? each.texts : [borrowText(each, all)];
  const known = flatten(texts.join('\n'));
  const own = inputs.filter(
    (path) => path.startsWith(`${each.folder}/`) && !path.includes('/node_modules/', each.folder.length),
  );
  const comments = own.flatMap((path) => legalComments(readFileSync(path, 'utf8')));
  const further = [...new Set(comments)].filter((comment) => !known.includes(flatten(comment)));
  return [...texts, ...further].join('\n\n');
}

/** Licenses such as Apache's have one text for all packages. */
function borrowText({ name, license, author }: BundledPackage, all: readonly BundledPackage[]): string {
  const text = licenseText(license, author);
  if (text !== null) return text;
  const other =
    license === 'Apache-2.0' ? all.find((each) => each.license === license && each.texts.length > 0) : undefined;
  if (other === undefined) throw new Error(`${name} has no text of its license, ${license}: no notice can be written`);
  return other.texts.join('\n\n');
}

/** Keeps letters and digits only, so that line breaks and comment markers do not matter. */
function flatten(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

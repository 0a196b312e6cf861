import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { legalComments } from '../bundling/legal-comments';
import { flatten, NOTICES_FILE, toLine } from '../bundling/notices';
import type { BundledPackage } from '../bundling/packages';
import { filesIn } from './zip';

/** A folder that is about to be released. */
interface CheckedFolder {
  readonly folder: string;
  /** The packages in its notices. */
  readonly packages: readonly BundledPackage[];
  /** Every source file that should be in it. */
  readonly inputs: readonly string[];
  /** Folders of all packages that are installed. */
  readonly installed: readonly string[];
}

/** Help pages contain only the project's own text. */
const SCRIPT = /\.(js|css)$|^(?!docs\/).*\.html$/;
const PACKAGE_PATH = /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/g;
/** Text between two quotation marks of a script survives minification. */
const QUOTES = /["'`\n]/;
const SHORTEST_TELLING_TEXT = 20;
/** Matches words, and excludes code between two texts. */
const WORD = /[a-z]{3}/i;
const CODE = /[(){}=]|^[\],:].*[[,:]$/;
/** A single text could be in two packages by chance. */
const FEWEST_TEXTS = 2;

/**
 * Finds third-party code in folders that the notices do not mention, a sentence each. It does not rely on the build:
 * it searches the finished scripts for package names, for license comments, and for texts that are in none of the
 * sources, but in an installed package.
 */
export function checkNotices(...folders: readonly CheckedFolder[]): readonly string[] {
  const looked = folders.map(lookThrough);
  const others = new Set(looked.flatMap((each) => [...each.others]));
  return [
    ...new Set([
      ...looked.flatMap(({ problems }) => problems),
      ...[...others].flatMap((packageFolder) => findIn(packageFolder, looked)),
    ]),
  ];
}

/** The findings in one folder's scripts. */
interface Looked {
  readonly problems: readonly string[];
  /** Texts that are in no source, with the script that contains each. */
  readonly strange: ReadonlyMap<string, string>;
  /** Folders of the installed packages that should not be in it. */
  readonly others: ReadonlySet<string>;
}

function lookThrough({ folder, packages, inputs, installed }: CheckedFolder): Looked {
  const notices = readFileSync(join(folder, NOTICES_FILE), 'utf8');
  const flatNotices = flatten(notices);
  // Checked for each version: the folder may contain two of one package.
  const missing = packages.filter((each) => !notices.includes(`\n${toLine(each)}\n`));
  const named = new Set(packages.filter((each) => !missing.includes(each)).map(({ name }) => name));
  const scripts = filesIn(folder).filter((path) => SCRIPT.test(path));
  const known = new Set(inputs.flatMap((path) => tellingTexts(readFileSync(path, 'utf8'))));
  const found = scripts.flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    const paths = [...text.matchAll(PACKAGE_PATH)].map(([, name = '']) => name).filter((name) => !named.has(name));
    const comments = legalComments(text).filter((comment) => !flatNotices.includes(flatten(comment)));
    return [
      ...paths.map((name) => `${path} names a file of ${name}`),
      ...comments.map((comment) => `${path} has the comment “${comment.replace(/\s+/g, ' ').slice(0, 80)}”`),
    ];
  });
  const strange = new Map(
    scripts.flatMap((path) => {
      const texts = tellingTexts(readFileSync(join(folder, path), 'utf8'));
      return texts.filter((text) => !known.has(text)).map((text) => [text, path] as const);
    }),
  );
  return {
    problems: [...missing.map((each) => `${NOTICES_FILE} does not name ${each.name} ${each.version}`), ...found],
    strange,
    others: new Set(installed.filter((each) => !packages.some((one) => one.folder === each))),
  };
}

/**
 * Finds a package's texts among those that are in no source. Each package is read once, because together they are
 * large.
 */
function findIn(packageFolder: string, looked: readonly Looked[]): readonly string[] {
  const searched = looked
    .filter(({ others }) => others.has(packageFolder))
    .map(({ strange }) => ({ strange, hits: new Set<string>() }));
  for (const script of readScripts(packageFolder)) {
    for (const text of tellingTexts(script)) {
      for (const { strange, hits } of searched) if (strange.has(text)) hits.add(text);
    }
    if (searched.every(({ hits }) => hits.size >= FEWEST_TEXTS)) break;
  }
  const name = packageFolder.replace(/^.*node_modules\//, '');
  return searched
    .filter(({ hits }) => hits.size >= FEWEST_TEXTS)
    .map(({ strange, hits: [first = ''] }) => `${strange.get(first)} holds ${name}: “${first.slice(0, 60)}”`);
}

function tellingTexts(source: string): readonly string[] {
  return source
    .split(QUOTES)
    .filter((text) => text.length >= SHORTEST_TELLING_TEXT && WORD.test(text) && !CODE.test(text));
}

/** Its scripts, in the same order everywhere. Packages nested in it count as packages of their own. */
function* readScripts(packageFolder: string): Generator<string> {
  const entries = readdirSync(packageFolder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(packageFolder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* readScripts(path);
    if (entry.isFile() && /\.[cm]?js$/.test(entry.name)) yield readFileSync(path, 'utf8');
  }
}

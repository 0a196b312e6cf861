import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { legalComments } from '../bundling/legal-comments';
import { flatten, NOTICES_FILE, toLine } from '../bundling/notices';
import type { BundledPackage } from '../bundling/packages';
import { filesIn } from './zip';

/** A folder that is about to be released. */
interface CheckedFolder {
  readonly folder: string;
  /** Whose notices it has. */
  readonly packages: readonly BundledPackage[];
  /** Every source file of which something should be in it. */
  readonly inputs: readonly string[];
  /** Folders of all packages that are installed. */
  readonly installed: readonly string[];
}

/** Help pages are text of the project's own. */
const SCRIPT = /\.(js|css)$|^(?!docs\/).*\.html$/;
const PACKAGE_PATH = /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/g;
/** What stands between two quotation marks of a script is found again in whatever it is minified to. */
const QUOTES = /["'`\n]/;
const SHORTEST_TELLING_TEXT = 20;
/** Words, and not the code between two texts. */
const WORD = /[a-z]{3}/i;
const CODE = /[(){}=]|^[\],:].*[[,:]$/;
/** One could stand in two packages by chance. */
const FEWEST_TEXTS = 2;

/**
 * What folders hold of others without saying so, a sentence each. It believes nothing that the build says: it looks
 * through the finished scripts for names of packages, for comments about licenses, and for texts that come from none of
 * the sources, but stand in an installed package.
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

/** A folder's scripts, looked through. */
interface Looked {
  readonly problems: readonly string[];
  /** Texts that come from no source, with the script in which each stands. */
  readonly strange: ReadonlyMap<string, string>;
  /** Folders of the installed packages that should not be in it. */
  readonly others: ReadonlySet<string>;
}

function lookThrough({ folder, packages, inputs, installed }: CheckedFolder): Looked {
  const notices = readFileSync(join(folder, NOTICES_FILE), 'utf8');
  const flatNotices = flatten(notices);
  // Of each version: two of one package may be in it.
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

/** Whether texts that come from no source stand in a package. Each package is read once: together they are large. */
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

/** Its scripts, in the same order everywhere. Packages within it are packages of their own. */
function* readScripts(packageFolder: string): Generator<string> {
  const entries = readdirSync(packageFolder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(packageFolder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* readScripts(path);
    if (entry.isFile() && /\.[cm]?js$/.test(entry.name)) yield readFileSync(path, 'utf8');
  }
}

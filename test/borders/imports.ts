import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { DOORS, LAYERS, PAGE_PARTS } from './layers';

/** What each file imports of the project itself, by their paths from its root; types too. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** By path, of what is on disk: no test changes it. */
const foundIn = new Map<string, readonly string[]>();
const namesOnDisk = new Map<string, readonly string[]>();

/** @param more files that exist only in memory, or replace those on disk: their texts by path */
export function readImports(folders: readonly string[], more: Readonly<Record<string, string>> = {}): Imports {
  const texts = new Map([
    ...folders.flatMap(sourcesIn).map((path) => [path, (): readonly string[] => importsOnDisk(path)] as const),
    ...Object.entries(more).map(([path, text]) => [path, () => importedBy(text)] as const),
  ]);
  const fileOf = (from: string, name: string): readonly string[] => {
    // The compiler takes a file by its own ending too, and by that of what it becomes.
    const base = join(dirname(from), name).replace(/\.(js|tsx?)$/, '');
    const found = [`${base}.ts`, `${base}.tsx`, `${base}.d.ts`, `${base}/index.ts`].find((path) => texts.has(path));
    return found === undefined ? [] : [found];
  };
  return new Map([...texts].map(([path, names]) => [path, names().flatMap((name) => fileOf(path, name))]));
}

/** All sources of a folder, as paths from the project's root. */
function sourcesIn(folder: string): readonly string[] {
  const known = foundIn.get(folder);
  if (known !== undefined) return known;
  const found = ts.sys.readDirectory(folder, ['.ts', '.tsx'], ['**/node_modules'], ['**/*']);
  const paths = found.map((path) => relative('.', path));
  foundIn.set(folder, paths);
  return paths;
}

function importsOnDisk(path: string): readonly string[] {
  const names = namesOnDisk.get(path) ?? importedBy(readFileSync(path, 'utf8'));
  namesOnDisk.set(path, names);
  return names;
}

/** What a text imports of the project, as it writes it. */
function importedBy(text: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
}

/** Imports of a file in a layer above its own, as `a -> b`; and files that are in no layer. */
export function upwardImports(imports: Imports): readonly string[] {
  return [...imports].flatMap(([path, imported]) => {
    if (!path.startsWith('shared/')) return [];
    const layer = layerOf(path);
    if (layer < 0) return [`${path} is in no layer`];
    return imported
      .filter((other) => other.startsWith('shared/') && layerOf(other) > layer)
      .map((other) => `${path} -> ${other}`);
  });
}

function layerOf(path: string): number {
  return LAYERS.findIndex((layer) => path === layer || path.startsWith(`${layer}/`));
}

/** Each circle once, as its files in the order in which they import each other. */
export function circles(imports: Imports): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at >= 0) {
      const circle = above.slice(at);
      found.set([...circle].sort().join(), circle);
    }
    if (at >= 0 || done.has(path)) return;
    for (const other of imports.get(path) ?? []) visit(other, [...above, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return [...found.values()];
}

/** The texts of all files of folders, by path. */
export function readTexts(folders: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(folders.flatMap(sourcesIn).map((path) => [path, readFileSync(path, 'utf8')]));
}

/**
 * What a door or a part of the page offers and no file takes, as `door: name`.
 *
 * @param texts of the files, and of doors and parts in place of those on disk, by path
 */
export function offeredToNobody(texts: Readonly<Record<string, string>>): readonly string[] {
  const open = [...DOORS, ...PAGE_PARTS];
  const taken = new Set(
    Object.entries(texts).flatMap(([path, text]) =>
      open.includes(path) ? [] : namesIn(path, text).map(({ from, name }) => `${from}: ${name}`),
    ),
  );
  return open.flatMap((door) =>
    offeredBy(door, texts[door] ?? readFileSync(door, 'utf8'))
      .filter((name) => !taken.has(`${door.replace(/\.tsx?$/, '')}: ${name}`))
      .map((name) => `${door}: ${name}`),
  );
}

/** The names that a file exports. A type that it declares itself is left out: it describes what else the file has. */
function offeredBy(path: string, text: string): readonly string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  return statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined)
      return (statement.exportClause as ts.NamedExports).elements.map(({ name }) => name.text);
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? [statement.name!.text] : [];
  });
}

/** What is taken from a file of the core although a door offers it, as `path: name`. @param texts by path */
export function takenPastDoors(texts: Readonly<Record<string, string>>): readonly string[] {
  const offered = new Set(
    DOORS.flatMap((door) => namesIn(door, readFileSync(door, 'utf8')).map(({ from, name }) => `${from} ${name}`)),
  );
  return Object.entries(texts).flatMap(([path, text]) =>
    namesIn(path, text)
      .filter(({ from, name }) => offered.has(`${from} ${name}`))
      .map(({ name }) => `${path}: ${name}`),
  );
}

interface Taken {
  readonly from: string;
  readonly name: string;
}

/** By path and text: most tests plant one file among hundreds. */
const takenIn = new Map<string, readonly Taken[]>();

/** The names that a file imports, also later, or exports from others of the project, and from which: its path without an ending. */
function namesIn(path: string, text: string): readonly Taken[] {
  const key = `${path}\n${text}`;
  const taken = takenIn.get(key) ?? readNames(path, text);
  takenIn.set(key, taken);
  return taken;
}

function readNames(path: string, text: string): readonly Taken[] {
  // The parser need not read what comes after the last import or export.
  const [head = ''] = /^[\s\S]*\sfrom '[^']*'/.exec(text) ?? [];
  const { statements } = ts.createSourceFile(path, head, ts.ScriptTarget.ESNext);
  // As a host loads a part of the page: (await import('./part')).NAME.
  const later = [...text.matchAll(/\(await import\('(\.[^']+)'\)\)\.(\w+)/g)].map(([, from = '', name = '']) => ({
    from: join(dirname(path), from),
    name,
  }));
  const atOnce = statements.flatMap((statement) => {
    const named = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : ts.isExportDeclaration(statement)
        ? statement.exportClause
        : undefined;
    const from = (statement as ts.ImportDeclaration | ts.ExportDeclaration).moduleSpecifier;
    if (named === undefined || !('elements' in named) || from === undefined || !ts.isStringLiteral(from)) return [];
    const file = join(dirname(path), from.text);
    return [...named.elements].map(({ propertyName, name }) => ({ from: file, name: (propertyName ?? name).text }));
  });
  return [...atOnce, ...later];
}

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from 'typescript';
import { MANIFEST_TEXTS } from '../excel-addin/manifest/manifest';
import { FUNCTIONS } from '../shared/formulas';
import { builderHelp, toExcelMetadata, toSheetsStubs } from '../shared/reference';
import { translateHelp } from './function-help';
import { isTranslated, partOf } from './translated-files';
import { parseSource, translateFile, type Say } from './translate-source';

/** Every text of one language by the English one, in the part of the product that shows it. */
export type Table = Readonly<Record<Part, Readonly<Record<string, string>>>>;

const PARTS = ['panel', 'menu', 'ribbon', 'functions'] as const;
type Part = (typeof PARTS)[number];

const SOURCES = ['shared', 'apps-script', 'excel-addin'];
const SENTENCES = 'shared/errors/sentences';

/** All sources with texts, parsed and in order, named by their paths from the project's root. */
export async function parseSources(): Promise<readonly SourceFile[]> {
  const paths = await findSources();
  return Promise.all(paths.map(async (path) => parseSource(path, await readFile(path, 'utf8'))));
}

/**
 * The English table: each text once in its part, in the order of the sources. @param sources all of them ({@link
 * parseSources})
 */
export function collectTexts(sources: readonly SourceFile[]): Table {
  const found = new Map<Part, Map<string, string>>(PARTS.map((part) => [part, new Map()]));
  const sayIn =
    (part: Part): Say =>
    (english) => {
      found.get(part)?.set(english, english);
      return english;
    };
  for (const file of sources) translateFile(file, sayIn(partOf(file.fileName)));
  for (const text of Object.values(MANIFEST_TEXTS)) sayIn('ribbon')(text);
  toSheetsStubs(FUNCTIONS, '', sayIn('functions'));
  toExcelMetadata(FUNCTIONS, '', sayIn('functions'));
  translateHelp(builderHelp(), sayIn('functions'));
  return Object.fromEntries([...found].map(([part, texts]) => [part, Object.fromEntries(texts)])) as Table;
}

async function findSources(): Promise<readonly string[]> {
  const folders = await Promise.all(SOURCES.map((folder) => readdir(folder, { recursive: true })));
  const paths = folders.flatMap((names, index) => names.map((name) => join(SOURCES[index]!, name).replace(/\\/g, '/')));
  const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
  return paths.filter((path) => isSource(path) && (isTranslated(path) || path.startsWith(SENTENCES))).sort();
}

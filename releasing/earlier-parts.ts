import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A script that the panel loads when a tab needs it. No other content ever has its name. */
interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** When another release replaced it. */
  readonly replaced: Date;
}

const PARTS = /taskpane-[A-Z0-9]{8}\.js/g;
const KEPT_MS = 24 * 3_600_000;

/**
 * The panel's parts in a folder that a release is about to replace, and those that earlier releases replaced within a
 * day: an open panel loads its own parts, by their names.
 */
export function readEarlierParts(folder: string, now: Date): readonly Part[] {
  if (!existsSync(join(folder, 'taskpane.js'))) return [];
  const current = namedBy(folder, 'taskpane.js', new Set());
  const names = readdirSync(folder).filter((name) => name.replace(PARTS, '') === '');
  const parts = names.map((name): Part => {
    const path = join(folder, name);
    return { name, content: readFileSync(path), replaced: current.has(name) ? now : statSync(path).mtime };
  });
  return parts.filter(({ replaced }) => now.getTime() - replaced.getTime() < KEPT_MS);
}

/** Puts them beside those of the new release. */
export function keepEarlierParts(folder: string, parts: readonly Part[]): void {
  for (const { name, content, replaced } of parts) {
    const path = join(folder, name);
    if (existsSync(path)) continue;
    writeFileSync(path, content);
    utimesSync(path, replaced, replaced);
  }
}

/** The parts that a script refers to, and those that these refer to. */
function namedBy(folder: string, script: string, known: Set<string>): ReadonlySet<string> {
  for (const [name] of readFileSync(join(folder, script), 'utf8').matchAll(PARTS)) {
    if (known.has(name) || !existsSync(join(folder, name))) continue;
    known.add(name);
    namedBy(folder, name, known);
  }
  return known;
}

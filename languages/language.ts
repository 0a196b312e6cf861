import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import type { Table } from './collect-texts';
import { toPseudo } from './pseudo';
import { translate } from './translate-plugin';
import type { Say } from './translate-source';

/** The translations that a build uses in place of English. */
export interface Language {
  /** The language as HTML names it. */
  readonly tag: string;
  readonly say: Say;
  /** Puts its texts into a bundle of a panel or a menu. */
  readonly plugin: Plugin;
}

/** A pseudo-language, which makes hard-coded or cut texts visible. */
export const PSEUDO: Language = toLanguage('en-XA', toPseudo);

/**
 * The language of `languages/<tag>.json`; `null`: English, the language of the sources. Rejects if there is no such
 * table. A text that the table lacks stays in English.
 *
 * @param tag such as `de`; `''` or `en`: English; `en-XA`: {@link PSEUDO}
 */
export async function readLanguage(tag: string): Promise<Language | null> {
  if (tag === '' || tag === 'en') return null;
  if (tag === PSEUDO.tag) return PSEUDO;
  const table = JSON.parse(await readFile(`languages/${tag}.json`, 'utf8')) as Table;
  const texts = new Map(Object.values(table).flatMap((part) => Object.entries(part)));
  return toLanguage(tag, (english) => texts.get(english) ?? english);
}

function toLanguage(tag: string, say: Say): Language {
  return { tag, say, plugin: translate(say) };
}

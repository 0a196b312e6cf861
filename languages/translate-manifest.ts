import type { Say } from './translate-source';

/** The texts of a manifest that users read: its description, and the ribbon's texts, except the namespace. */
const READ = /(<(?:Description|bt:String id="(?!Functions\.Namespace")[^"]*") DefaultValue=")([^"]*)(")/g;
const MARKS: readonly (readonly [written: string, read: string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
];

/** The manifest of a build whose only language is another one. @param manifest as `toManifest` writes it */
export function translateManifest(manifest: string, say: Say): string {
  return manifest
    .replace(READ, (_all, before: string, text: string, after: string) => before + written(say(read(text))) + after)
    .replace('<DefaultLocale>en-US<', `<DefaultLocale>${say('en-US')}<`);
}

function read(text: string): string {
  return MARKS.reduce((sum, [mark, plain]) => sum.replaceAll(mark, plain), text);
}

function written(text: string): string {
  return [...MARKS].reverse().reduce((sum, [mark, plain]) => sum.replaceAll(plain, mark), text);
}

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';

/** Folders and files whose comments are plain English. Add a folder once it is. */
const PLAIN = [
  ...['apps-script', 'bench', 'build.ts', 'bundling', 'check-api', 'docs', 'excel-addin', 'languages', 'relay'],
  ...['release.ts', 'releasing', 'sandbox', 'stores', 'test'],
  ...['api', 'days', 'digest', 'formulas', 'freeze', 'panel', 'ports', 'reference', 'runs', 'task', 'text-start'].map(
    (door) => `shared/${door}.ts`,
  ),
  ...['actions', 'catalogue', 'cells', 'client', 'credits', 'enrich', 'errors', 'frozen', 'functions', 'lookup'].map(
    (layer) => `shared/${layer}`,
  ),
  ...['shared/practice', 'shared/records', 'shared/panel', 'workbook'],
];

/** Openings without a subject. The name below a comment is no subject either. */
const HEADLESS: readonly (readonly [opening: RegExp, instead: string])[] = [
  [/^(of|by|for|to|under|with|in|from|at) (what|which|whom|whose)\b/i, 'the thing itself'],
  [/^of (a|an|the|all|each|these|those|this|its|one|two)\b(?![^.]*,)/i, 'the thing itself: "The keys of all files."'],
  [/^(whom|whose|that which)\b|^(who|what|where)(so)?ever\b(?![^.]*,)/i, 'the thing itself'],
  [/^what (of|tells|told|became|becomes|stands|stood|nobody|whoever)\b/i, 'a noun, or a verb for a function'],
  [/^where (?:the|a|an|its|it|each)\b[^,.;:]*\b(?:is|are|stands?|goes|comes|lies)\.?$/i, 'The place of …'],
];

const STIFF: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\banew\b/i, 'again'],
  [/\bonce more\b/i, 'again'],
  [/\bfor ever\b/i, 'forever'],
  [/\bby then\b/i, 'name the moment'],
  [/\bby now\b/i, 'now'],
  [/\ball the same\b/i, 'anyway'],
  [/\b(no|some)body\b/i, 'someone, no one, or the user'],
  [/\bwhom\b|(?<!, )\bwho(?:so)?ever\b/i, 'name the person or program'],
  [/\bof its own accord\b/i, 'by itself'],
  [/\blook-?ups? up\b|\blook-ups?\b/i, 'lookup'],
  [/\btell\w* (?:\w+ )?apart\b|\btold apart\b/i, 'distinguish'],
  [
    /\b(?:stands?|stood) (?:in(?! for)|on|at|beside|below|above|behind|there|here|where|nowhere)\b/i,
    'is, is stored, is written',
  ],
  [/\bforgets?\b/i, 'remove, drop, discard'],
  [/(?<!\b(?:there|it) )\b(?:is|are|was|were) none(?! of)\b/i, 'is not one'],
];

/** A comment with a line or lines of its own, or at the end of one. */
const COMMENT = /^[ \t]*(?:\/\/(.*(?:\n[ \t]*\/\/.*)*)|\{?\/\*([\s\S]*?)\*\/)|[;,{(][ \t]\/\/ (.*)$/gm;
/** Code, links and addresses are not sentences. */
const NOT_WORDS = /`[^`]*`|\{@\w+ [^}]*\}|https?:\S+|"[^"\n]*"/g;

it.each(PLAIN)('comments in %s are whole sentences in plain words', (path) => {
  const found = sourcesIn(path).flatMap((file) =>
    complaintsAbout(readFileSync(file, 'utf8')).map((complaint) => `${file}: ${complaint}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ['/** Of all files. */', 'Of all'],
  ['/** Whose key it is. */', 'Whose'],
  ['/** What tells one row from another. */', 'What tells'],
  ['/** Where the key is. */', 'Where the key is.'],
  ['// Under which it is saved.', 'Under which'],
  ['/** Reads the file anew. */', 'anew'],
  ['/** `null`: nobody knows. */', 'nobody'],
  ['/** For whoever waits. */', 'whoever'],
  ['/** A value that stood there. */', 'stood there'],
  ['const a = 1;\t// Forgets it.', 'Forgets'],
  ['/**\n * Reads a text. The rest of it\n * is none of ours, or is none.\n */', 'is none'],
])('a comment such as %j is found', (source, phrase) => {
  expect(complaintsAbout(source).map((complaint) => complaint.split('"')[1])).toEqual([phrase]);
});

it.each([
  ['/** The keys of all files. */'],
  ['/** Where the key is, the relay decides. */'],
  ['/** A stand-in for Excel, which stands for a host. */'],
  ['/** Calls `forget()` or {@link standsIn stands in}. */'],
  ['/** Of two pages, one may have sent it. */'],
  ['// The owner pays, whoever typed it.'],
  ["const text = '/* nobody */';"],
])('%j is plain', (source) => {
  expect(complaintsAbout(source)).toEqual([]);
});

function complaintsAbout(source: string): readonly string[] {
  return [...source.matchAll(COMMENT)].flatMap(([, line, block, end]) => {
    const text = (line ?? block ?? end ?? '').replace(NOT_WORDS, 'X').replace(/\n?[ \t]*(?:\/\/|\*+)/g, ' ');
    const words = text.replace(/\s+/g, ' ').trim();
    return [...HEADLESS, ...STIFF].flatMap(([phrase, instead]) => {
      const [told] = phrase.exec(words) ?? [];
      return told === undefined ? [] : [`"${told}" (write: ${instead}) in: ${words.slice(0, 100)}`];
    });
  });
}

function sourcesIn(path: string): readonly string[] {
  if (/\.ts$/.test(path)) return [path];
  const found = ts.sys.readDirectory(path, ['.ts', '.tsx', '.mjs', '.cjs'], ['**/node_modules'], ['**/*']);
  return found.map((file) => relative('.', file));
}

import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import ts from 'typescript';
import { collectTexts, parseSources } from '../../languages/collect-texts';
import { isText } from '../../languages/is-text';
import { translateFile } from '../../languages/translate-source';

let files: readonly ts.SourceFile[];
let table: ReturnType<typeof collectTexts>;

beforeAll(async () => {
  files = await parseSources();
  table = collectTexts(files);
});

it('the English table has every text of the sources; `npm run generate` writes it', async () => {
  expect(JSON.parse(await readFile('languages/en.json', 'utf8'))).toEqual(table);
});

it('every source in English is what it was', async () => {
  const changed: string[] = [];
  const printer = ts.createPrinter();
  for (const file of files) {
    const translated = translateFile(file, (english) => english);
    // It has no text.
    if (translated === file) continue;
    const { fileName: path, text } = file;
    const options = { loader: path.endsWith('x') ? 'tsx' : 'ts', minifySyntax: true, minifyWhitespace: true } as const;
    const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;
    const [before, after] = await Promise.all(
      [text, printer.printFile(translated)].map((each) => transform(each, { ...options, ...jsx })),
    );
    if (before?.code !== after?.code) changed.push(path);
  }
  expect(changed).toEqual([]);
});

it('nothing that people read is compared with, or a name of code', () => {
  const [texts, codes] = [new Set<string>(), new Set<string>()];
  for (const file of files) {
    const see = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) && node.text.length > 1) (isText(node) ? texts : codes).add(node.text);
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) codes.add(node.name.text);
      ts.forEachChild(node, see);
    };
    see(file);
  }
  // A single small word is a text only where nothing but text can stand.
  const told = [...texts].filter((text) => /^\p{Lu}|\S \S/u.test(text));
  expect(told.filter((text) => codes.has(text))).toEqual([]);
});

/** Methods by which a text is looked into. */
const LOOK_INTO: ReadonlySet<string> = new Set([
  ...['test', 'exec', 'match', 'matchAll', 'replace', 'replaceAll', 'split', 'search'],
  ...['includes', 'startsWith', 'endsWith', 'indexOf', 'lastIndexOf'],
]);
/** Patterns with English words that are looked for in what is not translated: names of the API, cells, words of a host. */
const NOT_TRANSLATED: Readonly<Record<string, readonly string[]>> = {
  'apps-script/stored/copied-file.ts': ['/^TRACE_/'],
  'shared/errors/sentences.ts': ['/(?:press Fetch waiting|fetch it) in the Trace panel/i'],
  'shared/errors/sentences/formula.ts': ['/\\.+$/'],
  // An error value of the spreadsheet.
  'shared/errors/sentences/input.ts': ['/\\.+$/', "'?'"],
  'shared/errors/sentences/words.ts': ['/\\.+$/', "'. '"],
  // Titles of columns are cells.
  'shared/panel/enrich/choose/column-options.ts': ['/^uses\\s+/i'],
  'shared/panel/explore/subject.ts': ["'.'"],
  // What people type in English, which is read in no other language.
  'shared/panel/formula/wish.ts': ['/^the /i', '/ (?:and|or) /gi'],
  'shared/panel/recipes/recipe-list.tsx': ["'formula'"],
  // An option.
  'shared/recipes/sheet-calls.ts': ['/\\btop=(\\d+)/'],
  'shared/panel/frame/frame.tsx': ["'lists'"],
  'shared/panel/lists/create-list.tsx': ['/technolog/'],
  'shared/panel/lists/definition-words.ts': [
    '/count$|_at$|year|number/',
    '/(^|_)(in|any|all|none|oneof|anyof)(_|$)/',
    '/equals|than|contains|uses/',
  ],
  'shared/panel/activity/rescan-text.ts': ['/fail|error|not_tracked|unknown/i'],
  'shared/panel/settings/request-log.tsx': ["'.'"],
};

it('nothing looks for English words, or for the ends of sentences, in what people read', () => {
  const texts = Object.values({ ...table.panel, ...table.menu });
  const found: string[] = [];
  for (const file of files) {
    for (const pattern of patternsIn(file)) {
      const isKnown = NOT_TRANSLATED[file.fileName]?.includes(pattern.getText()) === true;
      if (!isKnown && texts.some(lookedFor(pattern))) found.push(`${file.fileName}: ${pattern.getText()}`);
    }
  }
  expect(found).toEqual([]);
});

it('nothing chooses between the forms of a counted word itself', () => {
  const chosen: string[] = [];
  for (const file of files) {
    const see = (node: ts.Node): void => {
      if (ts.isConditionalExpression(node) && /(===|!==) 1$/.test(node.condition.getText())) {
        const branches = [node.whenTrue, node.whenFalse];
        if (branches.every((each) => ts.isStringLiteral(each) || ts.isTemplateExpression(each))) {
          const words = branches.filter((each) => /\p{L}/u.test(each.getText().replace(/\$\{[^}]*\}/g, '')));
          if (words.length === 2) chosen.push(`${file.fileName}: ${node.getText()}`);
        }
      }
      ts.forEachChild(node, see);
    };
    see(file);
  }
  expect(chosen).toEqual([]);
});

type Pattern = ts.StringLiteral | ts.RegularExpressionLiteral;

/** What a source looks for in texts, where it says so in itself. */
function patternsIn(file: ts.SourceFile): readonly Pattern[] {
  const constants = new Map<string, ts.Expression>();
  const patterns: Pattern[] = [];
  const see = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined) {
      constants.set(node.name.text, node.initializer);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (LOOK_INTO.has(name.text)) {
        for (const each of [expression, ...node.arguments.slice(0, 1)]) {
          const is = ts.isIdentifier(each) ? constants.get(each.text) : each;
          if (is !== undefined && (ts.isStringLiteral(is) || ts.isRegularExpressionLiteral(is))) patterns.push(is);
        }
      }
    }
    ts.forEachChild(node, see);
  };
  see(file);
  return patterns;
}

/** Whether a pattern that has words, or the end of a sentence, is found in a text. */
function lookedFor(pattern: Pattern): (text: string) => boolean {
  if (ts.isStringLiteral(pattern)) {
    return /\p{L}{2}|[.!?]( |$)/u.test(pattern.text) ? (text) => text.includes(pattern.text) : () => false;
  }
  const [, body = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(pattern.getText()) ?? [];
  const words = body.replace(/\\([pPu]\{?\w+\}?|[a-z])/g, ' ').replace(/\[[^\]]*\]/g, ' ');
  if (!/\p{L}{2}|\\[.!?][+*?]*\$$/u.test(words)) return () => false;
  const looking = new RegExp(body, flags.replace('g', ''));
  return (text) => looking.test(text);
}

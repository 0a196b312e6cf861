import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import ts from 'typescript';
import { collectTexts, findSources } from '../../languages/collect-texts';
import { isText } from '../../languages/is-text';
import { translateSource } from '../../languages/translate-source';

const sources = async (): Promise<readonly (readonly [path: string, source: string])[]> =>
  Promise.all((await findSources()).map(async (path) => [path, await readFile(path, 'utf8')] as const));

it('the English table has every text of the sources; `npm run generate` writes it', async () => {
  expect(JSON.parse(await readFile('languages/en.json', 'utf8'))).toEqual(await collectTexts());
});

it('every source in English is what it was', async () => {
  const changed: string[] = [];
  for (const [path, source] of await sources()) {
    const options = { loader: path.endsWith('x') ? 'tsx' : 'ts', minifySyntax: true, minifyWhitespace: true } as const;
    const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;
    const [before, after] = await Promise.all(
      [source, translateSource(path, source, (english) => english)].map((each) =>
        transform(each, { ...options, ...jsx }),
      ),
    );
    if (before?.code !== after?.code) changed.push(path);
  }
  expect(changed).toEqual([]);
});

it('nothing that people read is compared with, or a name of code', async () => {
  const [texts, codes] = [new Set<string>(), new Set<string>()];
  for (const [path, source] of await sources()) {
    const see = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) && node.text.length > 1) (isText(node) ? texts : codes).add(node.text);
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) codes.add(node.name.text);
      ts.forEachChild(node, see);
    };
    see(ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true));
  }
  // A single small word is a text only where nothing but text can stand.
  const told = [...texts].filter((text) => /^\p{Lu}|\S \S/u.test(text));
  expect(told.filter((text) => codes.has(text))).toEqual([]);
});

import { parse, type Node, type ObjectExpression, type Property } from 'acorn';
import { transform } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { replaceIn, visit } from './syntax';

/** A TypeScript module as JavaScript, without some of the properties that its object literals have. */
export async function cutProperties(path: string, isCut: (property: Property) => boolean): Promise<string> {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2020' });
  const places: { readonly start: number; readonly end: number }[] = [];
  visit(parse(code, { ecmaVersion: 2020, sourceType: 'module' }), (node) => {
    if (!isObject(node)) return;
    for (const property of node.properties) {
      if (property.type === 'Property' && isCut(property)) places.push(property);
    }
  });
  const outermost = places.filter(({ start, end }) => !places.some((other) => other.start < start && end < other.end));
  const cuts = outermost.map(({ start, end }) => {
    const comma = /^\s*,?/.exec(code.slice(end))?.[0] ?? '';
    return { start, end: end + comma.length, text: '' };
  });
  return replaceIn(code, 0, code.length, cuts);
}

function isObject(node: Node): node is ObjectExpression {
  return node.type === 'ObjectExpression';
}

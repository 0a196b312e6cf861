import ts from 'typescript';
import { isText, withPlaces } from './is-text';

/**
 * Returns the text of another language for an English one. `{0}`, `{1}`… are values or elements, in their English
 * order; ` | ` separates the plural forms of a counted word, which are two in English.
 */
export type Say = (english: string) => string;

/** The entities that the sources use. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', gt: '>', lt: '<' };
/** Functions whose arguments are plural forms. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'plural']);
const PLACE = /\{(\d+)\}/;
const { factory } = ts;

/**
 * Replaces every text that users read in a source of the panel.
 *
 * @param path distinguishes TypeScript from JSX
 * @param say is called for each text in order, and may record it
 */
export function translateSource(path: string, source: string, say: Say): string {
  return ts.createPrinter().printFile(translateFile(parseSource(path, source), say));
}

/** Parses a source; its comments have no texts. */
export function parseSource(path: string, source: string): ts.SourceFile {
  const how = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, source, how, true);
}

/** The same before it is written; `file` is not changed. */
export function translateFile(file: ts.SourceFile, say: Say): ts.SourceFile {
  const { transformed } = ts.transform(file, [(context) => (root) => visited(root, visitorOf(context, say))]);
  return transformed[0] as ts.SourceFile;
}

function visitorOf(context: ts.TransformationContext, say: Say): ts.Visitor {
  const visit: ts.Visitor = (node) => {
    if (ts.isJsxElement(node)) {
      const { openingElement, children, closingElement } = node;
      const opening = visited(openingElement, visit);
      return factory.updateJsxElement(node, opening, translateChildren(children, visit, say), closingElement);
    }
    if (ts.isJsxFragment(node)) {
      const children = translateChildren(node.children, visit, say);
      return factory.updateJsxFragment(node, node.openingFragment, children, node.closingFragment);
    }
    if (ts.isJsxAttribute(node) && node.initializer !== undefined && ts.isStringLiteral(node.initializer)) {
      const { name, initializer } = node;
      if (!isText(initializer)) return node;
      const text = factory.createStringLiteral(say(initializer.text));
      return factory.updateJsxAttribute(node, name, factory.createJsxExpression(undefined, text));
    }
    const counted = ts.isCallExpression(node) ? formsOf(node) : null;
    if (counted !== null) {
      const [number, ...forms] = (node as ts.CallExpression).arguments;
      const said = say(forms.map((form) => (form as ts.StringLiteral).text).join(' | ')).split(' | ');
      const given = [visited(number!, visit), ...said.map((form) => factory.createStringLiteral(form))];
      return factory.updateCallExpression(node as ts.CallExpression, counted, undefined, given);
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      return isText(node) ? factory.createStringLiteral(say(node.text)) : node;
    }
    if (ts.isTemplateExpression(node) && isText(node)) return translateTemplate(node, visit, say);
    return ts.visitEachChild(node, visit, context);
  };
  return visit;
}

/** A node is never removed, only replaced by one of the same type. */
function visited<T extends ts.Node>(node: T, visit: ts.Visitor): T {
  return ts.visitNode(node, visit) as T;
}

/** The callee of `count(number, 'row', 'rows')` or `plural`, whose arguments are plural forms. */
function formsOf({ expression, arguments: given }: ts.CallExpression): ts.Expression | null {
  const isCount = ts.isIdentifier(expression) && COUNTS.has(expression.text) && given.length === 3;
  return isCount && given.slice(1).every(ts.isStringLiteral) ? expression : null;
}

function translateTemplate(node: ts.TemplateExpression, visit: ts.Visitor, say: Say): ts.Expression {
  const english = withPlaces(node);
  const values = node.templateSpans.map(({ expression }) => visited(expression, visit));
  const [first = '', ...rest] = say(english).split(PLACE);
  const spans = rest.flatMap((place, index) => {
    if (index % 2 === 1) return [];
    const text = rest[index + 1] ?? '';
    const literal = index === rest.length - 2 ? factory.createTemplateTail(text) : factory.createTemplateMiddle(text);
    return [factory.createTemplateSpan(valueAt(values, place, english), literal)];
  });
  return spans.length === 0
    ? factory.createStringLiteral(first)
    : factory.createTemplateExpression(factory.createTemplateHead(first), spans);
}

/** Children that contain words are one text, so that its values may move to where the language needs them. */
function translateChildren(children: ts.NodeArray<ts.JsxChild>, visit: ts.Visitor, say: Say): readonly ts.JsxChild[] {
  const kept = children.filter((child) => !(ts.isJsxText(child) && cooked(child) === '') && !isComment(child));
  if (!kept.some((child) => ts.isJsxText(child) && /\p{L}/u.test(cooked(child)))) {
    return kept.map((child) => (ts.isJsxText(child) ? inBraces(cooked(child)) : visited(child, visit)));
  }
  const values: ts.JsxChild[] = [];
  const english = kept.map((child) => {
    if (ts.isJsxText(child)) return cooked(child);
    values.push(visited(child, visit));
    return `{${values.length - 1}}`;
  });
  const whole = english.join('');
  return say(whole)
    .split(PLACE)
    .flatMap((part, index) => (index % 2 === 1 ? [valueAt(values, part, whole)] : part === '' ? [] : [inBraces(part)]));
}

function valueAt<T>(values: readonly T[], place: string, english: string): T {
  const value = values[Number(place)];
  if (value === undefined) throw new Error(`a translation of “${english}” has a place {${place}} too many`);
  return value;
}

function isComment(child: ts.JsxChild): boolean {
  return ts.isJsxExpression(child) && child.expression === undefined;
}

function inBraces(text: string): ts.JsxExpression {
  return factory.createJsxExpression(undefined, factory.createStringLiteral(text));
}

/** The text as JSX reads it: lines are trimmed and joined by a space, and characters may be entities. */
function cooked(text: ts.JsxText): string {
  const lines = text.text.split(/\r?\n/);
  const trimmed = lines.map((line, index) => {
    const fromLeft = index === 0 ? line : line.replace(/^[ \t]+/, '');
    return index === lines.length - 1 ? fromLeft : fromLeft.replace(/[ \t]+$/, '');
  });
  return trimmed
    .filter((line) => line !== '')
    .join(' ')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

import ts from 'typescript';
import { isCodeText } from './not-texts';

/**
 * Attributes that users do not read, or that are the same in every language: names of styles, elements, addresses and
 * keys.
 */
const CODE_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['class', 'id', 'key', 'type', 'role', 'name', 'href', 'for', 'htmlFor', 'rel', 'target', 'd', 'viewBox', 'style'],
  ...['autocomplete', 'inputMode', 'aria-controls', 'aria-labelledby', 'aria-describedby', 'aria-activedescendant'],
  ...['list', 'lang', 'dir', 'xmlns', 'fill', 'stroke', 'transform', 'spellcheck', 'aria-live', 'aria-haspopup'],
]);
/** Files whose lists belong to formulas, and are written as functions read them. */
const WRITE_FORMULAS = /[\\/](draft|value-text|fields-choice)\.tsx?$/;
/** The same for our own components, which have none of an element's other attributes. */
const CODE_PROPS: ReadonlySet<string> = new Set(['class', 'id', 'key', 'style']);
const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);
/** Classes whose arguments are codes or patterns. */
const CODE_CLASSES: ReadonlySet<string> = new Set(['TraceError', 'RegExp']);
const LETTER = /\p{L}/u;
/** Several words, or one that begins a sentence. */
const WORDS = /\p{L}[\p{L}’'-]*[.,:;!?…)”]* +\S|\S +[(“"]?\p{L}/u;
/** Words that are shown alone and begin no sentence. As the value of a property each of them is a code. */
const LONE_WORDS: ReadonlySet<string> = new Set(['free', 'included']);
const ONE_WORD = /^[“"(]?\p{Lu}[\p{Ll}’-]+[.,:;!?…]*$/u;

/** Whether users read a literal of a source, judged by its place and its letters. */
export function isText(node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression): boolean {
  const place = placeOf(node);
  if (place === 'code') return false;
  if (ts.isTemplateExpression(node) && isOnlySpaced(node)) return node.templateSpans.length === 3;
  if (isCodeText(ts.isTemplateExpression(node) ? withPlaces(node) : node.text)) return false;
  const text = ts.isTemplateExpression(node) ? withLetters(node) : node.text;
  if (!LETTER.test(text)) return isListSeparator(node);
  if (text === 'en-US') return true;
  if (LONE_WORDS.has(text)) return !ts.isPropertyAssignment(node.parent);
  return place === 'shown' || WORDS.test(text) || ONE_WORD.test(text.trim());
}

/** `shown`: every text here is read; `code`: none is; `either`: it depends. */
function placeOf(node: ts.Expression): 'shown' | 'code' | 'either' {
  let child: ts.Node = node;
  for (let { parent } = node; ; child = parent, parent = parent.parent) {
    if (ts.isParenthesizedExpression(parent)) continue;
    if (ts.isConditionalExpression(parent)) {
      if (parent.condition === child) return 'either';
      continue;
    }
    if (ts.isBinaryExpression(parent)) {
      if (COMPARISONS.has(parent.operatorToken.kind) || isClassName(parent)) return 'code';
      if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.left === child) return 'either';
      continue;
    }
    if (ts.isJsxExpression(parent)) {
      return ts.isJsxAttribute(parent.parent) ? placeOfAttribute(parent.parent) : 'shown';
    }
    if (ts.isJsxAttribute(parent)) return placeOfAttribute(parent);
    if (ts.isTemplateSpan(parent)) return isText(parent.parent) ? 'shown' : 'either';
    return isCode(parent, child) ? 'code' : 'either';
  }
}

function isClassName({ left, operatorToken }: ts.BinaryExpression): boolean {
  const isAssigned = operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssigned && ts.isPropertyAccessExpression(left) && left.name.text === 'className';
}

/** A component of our own may have a `name` that users read. */
function placeOfAttribute({ name, parent }: ts.JsxAttribute): 'code' | 'either' {
  const isElement = /^[a-z]/.test(parent.parent.tagName.getText());
  const isCode = isElement ? CODE_ATTRIBUTES.has(name.getText()) : CODE_PROPS.has(name.getText());
  return isCode ? 'code' : 'either';
}

function isCode(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return parent.name === child;
  return ts.isNewExpression(parent) && CODE_CLASSES.has(parent.expression.getText());
}

/** Values with only spaces between them. Three are the parts of a date, whose order differs by language. */
function isOnlySpaced({ head, templateSpans }: ts.TemplateExpression): boolean {
  const between = templateSpans.slice(0, -1).map(({ literal }) => literal.text);
  const ends = head.text + (templateSpans.at(-1)?.literal.text ?? '');
  return ends === '' && between.length > 0 && between.every((text) => text === ' ');
}

function isListSeparator(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false;
  const joins = parent.expression.name.text === 'join' && (node as ts.StringLiteral).text === ', ';
  return joins && !WRITE_FORMULAS.test(node.getSourceFile().fileName);
}

/** A template in the form that the tables use. */
export function withPlaces({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('');
}

/** A template with a letter for each value, which distinguishes words beside values from parts of names. */
function withLetters({ head, templateSpans }: ts.TemplateExpression): string {
  return [head.text, ...templateSpans.map(({ literal }) => literal.text)].join('x');
}

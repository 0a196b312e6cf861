/** One step of a formula's text: what it is, and where it begins. */
interface Token {
  readonly is: 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
}

/** The syntax tree of a formula. `at` distinguishes its parts. */
export type Node =
  | { readonly is: 'literal'; readonly value: unknown }
  | { readonly is: 'word'; readonly text: string }
  | { readonly is: 'call'; readonly name: string; readonly at: number; readonly args: readonly Node[] }
  | { readonly is: 'sides'; readonly sign: string; readonly left: Node; readonly right: Node };

const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)(?![\w.:])|((?:'(?:[^']|'')*'!|[A-Za-z_][\w.]*!)?[$\w.]+(?::[$\w.]+)?)|(<>|<=|>=|[-+*/&=<>(),;]))/y;
const COMPARED = ['=', '<>', '<', '>', '<=', '>='];

/** Parses a formula with its `=`. Commas and semicolons separate arguments, as in every language of Google Sheets. */
export function readFormulaText(formula: string): Node {
  const tokens = tokensOf(formula);
  let next = 0;
  const isAt = (...signs: readonly string[]): boolean => {
    const token = tokens[next];
    return token?.is === 'sign' && signs.includes(token.text);
  };
  const pass = (sign: string): void => {
    if (!isAt(sign)) throw new Error(`the sheet of the tests cannot calculate ${formula}`);
    next += 1;
  };
  const sided = (signs: readonly string[], side: () => Node) => (): Node => {
    let left = side();
    while (isAt(...signs)) {
      const sign = tokens[next++]!.text;
      left = { is: 'sides', sign, left, right: side() };
    }
    return left;
  };
  const one = (): Node => {
    const token = tokens[next];
    if (isAt('(')) {
      next += 1;
      const inner = whole();
      pass(')');
      return inner;
    }
    if (isAt('-')) {
      next += 1;
      return { is: 'sides', sign: '-', left: { is: 'literal', value: 0 }, right: one() };
    }
    if (token === undefined || token.is === 'sign') throw new Error(`the sheet of the tests cannot read ${formula}`);
    next += 1;
    if (token.is === 'text') return { is: 'literal', value: token.text };
    if (token.is === 'number') return { is: 'literal', value: Number(token.text) };
    if (/^(TRUE|FALSE)$/i.test(token.text)) return { is: 'literal', value: token.text.toUpperCase() === 'TRUE' };
    return isAt('(') ? call(token) : { is: 'word', text: token.text };
  };
  const call = ({ text, at }: Token): Node => {
    pass('(');
    const args: Node[] = [];
    while (!isAt(')')) {
      args.push(isAt(',', ';') ? { is: 'literal', value: '' } : whole());
      if (isAt(')')) break;
      next += 1;
      if (isAt(')')) args.push({ is: 'literal', value: '' });
    }
    pass(')');
    return { is: 'call', name: text.toUpperCase(), at, args };
  };
  const whole = sided(COMPARED, sided(['&'], sided(['+', '-'], sided(['*', '/'], one))));
  pass('=');
  return whole();
}

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (formula.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const [, text, number, word, sign] = TOKEN.exec(formula) ?? [];
    if (text !== undefined) tokens.push({ is: 'text', text: text.replace(/""/g, '"'), at });
    else if (number !== undefined) tokens.push({ is: 'number', text: number, at });
    else if (word !== undefined) tokens.push({ is: 'word', text: word, at });
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign, at });
    else throw new Error(`the sheet of the tests cannot read ${formula}`);
  }
  return tokens;
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of a document. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** The root of a document, or why it cannot be parsed. */
export function parseXml(text: string): Node | string {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return `is no XML: ${valid.err.msg}`;
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
  });
  const [root] = (parser.parse(text) as readonly Raw[]).filter((raw) => !('?xml' in raw)).map(toNode);
  return root ?? 'has no element';
}

/** Rules walk through one document dozens of times. */
const walked = new WeakMap<Node, readonly Node[]>();

/** An element and all its descendants. */
export function walk(node: Node): readonly Node[] {
  const known = walked.get(node);
  if (known !== undefined) return known;
  const found: Node[] = [];
  const visit = (each: Node): void => {
    found.push(each);
    each.children.forEach(visit);
  };
  visit(node);
  walked.set(node, found);
  return found;
}

/** All elements with a name. */
export function findAll(root: Node, name: string): readonly Node[] {
  return walk(root).filter((node) => node.name === name);
}

function toNode(raw: Raw): Node {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const content = (Array.isArray(raw[name]) ? raw[name] : []) as readonly Raw[];
  return {
    name,
    attributes: (raw[':@'] ?? {}) as Readonly<Record<string, string>>,
    children: content.filter((child) => !('#text' in child)).map(toNode),
    text: content.map((child) => String(child['#text'] ?? '')).join(''),
  };
}

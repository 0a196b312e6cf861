import fc from 'fast-check';
import { definitionOf } from '../../../../shared/actions/perform';
import { readDefinition } from '../../../../shared/client/resources/list-answers';
import { replaceDefinition } from '../../../../shared/client/resources/lists';
import {
  addTo,
  asGroup,
  lacksOf,
  removeAt,
  replaceAt,
  setOp,
  setPart,
  toSent,
  viewOf,
  type Path,
} from '../../../../shared/panel/lists/definition-tree';
import { times } from '../../../setup/chance';

/** The node at a path; `undefined`: there is none. */
function nodeAt(root: unknown, path: Path): unknown {
  let node = root;
  for (const at of path) {
    const view = viewOf(node);
    node = view.is === 'group' ? view.children[at] : undefined;
  }
  return node;
}

/** Conditions of the known grammar, with what a later one may add to them. */
const condition = fc.record(
  {
    field: fc.string({ minLength: 1 }),
    operator: fc.string({ minLength: 1 }),
    value: fc.jsonValue(),
    weight: fc.jsonValue(),
  },
  { requiredKeys: ['field', 'operator', 'value'] },
);

/** Groups, conditions, and whatever else a service may send. */
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.record({ op: fc.constantFrom('and', 'or', 'not', 'xor'), children: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({
      op: fc.constantFrom('and', 'or'),
      children: fc.array(tie('tree'), { maxLength: 4 }),
      note: fc.jsonValue(),
    }),
  ),
}));

const definition = fc.record(
  {
    registry_version: fc.oneof(
      fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
      fc.nat(),
    ),
    tree,
    scope: fc.jsonValue(),
  },
  { requiredKeys: ['registry_version', 'tree'] },
);

/** Paths to all nodes that the editor shows. */
function pathsOf(root: unknown, path: Path = []): readonly Path[] {
  const view = viewOf(root);
  const children = view.is === 'group' ? view.children : [];
  return [path, ...children.flatMap((child, at) => pathsOf(child, [...path, at]))];
}

/** What the editor sends for a definition that was read, with this tree. */
const sent = (body: object, edited: (root: unknown) => unknown = (root) => root): unknown => {
  const read = readDefinition(JSON.parse(JSON.stringify(body)))!;
  const given = definitionOf({ definition: { ...read, tree: edited(read.tree) } });
  return replaceDefinition('lst_1', given).body;
};
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

test('an unedited definition is sent back byte for byte, whatever it contains', () => {
  fc.assert(
    fc.property(
      definition.filter((each) => isObject(each.tree)),
      (body) => {
        const { tree: back, ...rest } = sent(body) as { readonly tree: unknown };
        const { tree: own, ...ownRest } = JSON.parse(JSON.stringify(body)) as { readonly tree: unknown };
        expect(JSON.stringify(back)).toBe(JSON.stringify(own));
        expect(rest).toEqual(ownRest);
      },
    ),
    { numRuns: times(500) },
  );
});

test('an edit changes what was edited, and every other node is the very same object', () => {
  fc.assert(
    fc.property(tree.filter(isObject), fc.nat(), fc.jsonValue(), (root, pick, value) => {
      const paths = pathsOf(root);
      const path = paths[pick % paths.length]!;
      const view = viewOf(nodeAt(root, path));
      const edited =
        view.is === 'group'
          ? setOp(root, path, 'or')
          : view.is === 'condition'
            ? setPart(root, path, 'value', value)
            : root;
      for (const other of paths) {
        const isAbove = other.every((at, depth) => path[depth] === at);
        if (!isAbove) expect(nodeAt(edited, other)).toBe(nodeAt(root, other));
      }
      const back = replaceAt(edited, path, () => nodeAt(root, path));
      expect(JSON.stringify(back)).toBe(JSON.stringify(root));
    }),
    { numRuns: times(500) },
  );
});

test('a node that is added and removed again leaves the definition as it was', () => {
  fc.assert(
    fc.property(tree.filter(isObject), fc.nat(), (root, pick) => {
      const groups = pathsOf(root).filter((path) => viewOf(nodeAt(root, path)).is === 'group');
      if (groups.length === 0) return;
      const path = groups[pick % groups.length]!;
      const view = viewOf(nodeAt(root, path));
      const size = view.is === 'group' ? view.children.length : 0;
      const added = addTo(root, path, { field: 'country', operator: 'equals', value: 'Spain' });
      expect(nodeAt(added, [...path, size])).toEqual({ field: 'country', operator: 'equals', value: 'Spain' });
      expect(JSON.stringify(removeAt(added, [...path, size]))).toBe(JSON.stringify(root));
    }),
    { numRuns: times(300) },
  );
});

test('a definition that the service keeps more in than a tree gets it back', () => {
  const body = {
    registry_version: '2026-10-01',
    mode: 'strict',
    tree: { field: 'name', operator: 'equals', value: 'A' },
  };
  expect(sent(body)).toEqual(body);
});

test('conditions that are not known are told from groups and conditions, and shortened', () => {
  expect(viewOf({ op: 'not', children: [] })).toEqual({ is: 'unknown', text: '{"op":"not","children":[]}' });
  expect(viewOf('x'.repeat(300))).toEqual({ is: 'unknown', text: `"${'x'.repeat(198)}…` });
  expect(viewOf({ field: 'a', operator: 'b', value: 1, weight: 2 })).toEqual({
    is: 'condition',
    field: 'a',
    operator: 'b',
    value: 1,
    extra: '{"weight":2}',
  });
});

test('what is no group is edited in one of its own', () => {
  const one = { field: 'name', operator: 'equals', value: 'A' };
  expect(asGroup(one)).toEqual({ op: 'and', children: [one] });
  expect(asGroup({ op: 'or', children: [one] })).toEqual({ op: 'or', children: [one] });
  const not = { op: 'not', children: [one] };
  expect(addTo(asGroup(not), [], one)).toEqual({ op: 'and', children: [not, one] });
});

test('conditions go back as they came where nothing was edited', () => {
  const tree = { op: 'not', children: [] };
  const definition = { registry_version: 7, tree };
  expect(toSent(definition, asGroup(tree))).toEqual({ registry_version: 7, tree });
  const edited = { op: 'or', children: [tree] };
  expect(toSent(definition, edited)).toEqual({ registry_version: 7, tree: edited });
});

test('what is unfinished is said, wherever it is', () => {
  const [noCondition, noValue] = [
    'A group has no conditions. Add one, or remove the group.',
    'A condition has no value yet.',
  ];
  const full = { field: 'name', operator: 'equals', value: 0 };
  const blank = { field: 'name', operator: 'equals', value: ' ' };
  expect(lacksOf({ op: 'and', children: [full, { op: 'or', children: [] }] })).toBe(noCondition);
  expect(lacksOf({ op: 'and', children: [full] })).toBe('');
  expect(lacksOf({ op: 'and', children: [full, { op: 'or', children: [blank] }] })).toBe(noValue);
  expect(lacksOf({ op: 'and', children: [full, { field: 'a', operator: 'in', value: [] }] })).toBe(noValue);
  expect(lacksOf(full)).toBe('');
});

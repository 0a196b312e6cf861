import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../../sandbox/index';

const RESOURCES = join(__dirname, '../../../shared/client/resources');

interface OperationShape {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly standing: string;
}

/** Every operation that a module exports, by itself or in a group. */
function operationsIn(exported: unknown, depth = 0): readonly OperationShape[] {
  if (typeof exported !== 'object' || exported === null) return [];
  if (isOperation(exported)) return [exported];
  return depth < 2 ? Object.values(exported).flatMap((value) => operationsIn(value, depth + 1)) : [];
}

function isOperation(value: object): value is OperationShape {
  return ['name', 'method', 'path', 'standing'].every((field) => field in value);
}

const files = readdirSync(RESOURCES).filter((file) => file.endsWith('.ts'));
const operations = files.flatMap((file) => operationsIn(jest.requireActual<object>(join(RESOURCES, file))));
const rowOf = (shape: OperationShape) => [shape.name, shape.method, shape.path, shape.standing].join(' ');

describe("the sandbox's routes", () => {
  it('are compared with operations that were found', () => {
    expect(operations.map(({ name }) => name)).toContain('companies.show');
  });

  it.each(operations.map(rowOf))('have a row for the operation %s', (row) => {
    expect(ROUTES.map(rowOf)).toContain(row);
  });

  it.each(ROUTES.map(rowOf))('have no row without an operation: %s', (row) => {
    expect(operations.map(rowOf)).toContain(row);
  });

  it('have each name once', () => {
    expect(new Set(ROUTES.map(({ name }) => name)).size).toBe(ROUTES.length);
  });
});

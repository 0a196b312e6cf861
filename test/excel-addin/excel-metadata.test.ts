import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { type FunctionSpec, toExcelMetadata } from '../../shared/reference';
import { FUNCTIONS } from '../../shared/formulas';
import { toExcelStubs } from './excel-stubs';
import { excelAddinFiles } from '../fakes/excel/functions-bundle';

const CASES = 'test/golden/excel-metadata';

interface Input {
  readonly addinUrl: string;
  readonly specs: readonly FunctionSpec[];
}

describe.each(readdirSync(CASES))('excel metadata: %s', (name) => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(CASES, name, file), 'utf8'));

  it('has an input and what is expected of it', () => {
    expect(['input.json', 'expected.json'].map((file) => existsSync(join(CASES, name, file)))).toEqual([true, true]);
  });

  it('is as expected', () => {
    const { specs, addinUrl } = read('input.json') as Input;
    expect(toExcelMetadata(specs, addinUrl)).toEqual(read('expected.json'));
  });

  it("is what Microsoft's tool makes of the same functions in TypeScript", async () => {
    const { specs, addinUrl } = read('input.json') as Input;
    expect(await readByMicrosoft(specs, addinUrl)).toEqual(read('expected.json'));
  });
});

describe('the functions.json that ships', () => {
  it("is what Microsoft's tool makes of the same functions in TypeScript", async () => {
    const { metadata } = await excelAddinFiles();
    expect(JSON.parse(metadata)).toEqual(await readByMicrosoft(FUNCTIONS, 'https://localhost:3000'));
  });

  it('gives every function a name that Excel takes', () => {
    // https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-naming; cell addresses end in digits.
    const refused = FUNCTIONS.filter(({ id }) => !/^[A-Z][A-Z_]{2,}[A-Z]$/.test(id) || id.length > 128);
    expect(refused).toEqual([]);
  });
});

/**
 * Includes the one switch that the tool cannot set:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json.
 */
async function readByMicrosoft(specs: readonly FunctionSpec[], addinUrl: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'trace-stubs-'));
  const file = join(folder, 'functions.ts');
  try {
    writeFileSync(file, toExcelStubs(specs, addinUrl));
    const { metadataJson, errors } = await generateCustomFunctionsMetadata([file]);
    if (errors.length > 0) throw new Error(errors.join('\n'));
    return { ...(JSON.parse(metadataJson) as object), allowErrorForDataTypeAny: true };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

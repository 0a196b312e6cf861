import { Script } from 'node:vm';
import { findTopLevelFunctions } from './top-level';

/** A script as Google has it after a push: compiled, with the names of callable functions. */
interface PushedCode {
  readonly script: Script;
  readonly functionNames: readonly string[];
}

const known = new Map<string, PushedCode>();

/** Parsed once for all spreadsheets of a test file, because it takes longer than most tests. */
export function readPushedCode(code: string): PushedCode {
  const before = known.get(code);
  if (before !== undefined) return before;
  const functionNames = findTopLevelFunctions(code).map(({ name }) => name);
  const read = { script: new Script(code, { filename: 'Code.js' }), functionNames };
  known.set(code, read);
  return read;
}

import { Script } from 'node:vm';
import { findTopLevelFunctions } from './top-level';

/** A script as Google has it once it is pushed: compiled, and with the names of what can be called. */
interface PushedCode {
  readonly script: Script;
  readonly functionNames: readonly string[];
}

const known = new Map<string, PushedCode>();

/** Read once for all spreadsheets of a test file: it takes longer than most tests do. */
export function readPushedCode(code: string): PushedCode {
  const before = known.get(code);
  if (before !== undefined) return before;
  const functionNames = findTopLevelFunctions(code).map(({ name }) => name);
  const read = { script: new Script(code, { filename: 'Code.js' }), functionNames };
  known.set(code, read);
  return read;
}

import { Script } from 'node:vm';
import { makeFunctionsScript } from '../../bundling/functions-script';
import { fnv1a } from '../../shared/digest';
import { ExcelWorld } from './excel-world';
import type { OpenWorld } from './replay';

/** Worlds with the `functions.js` that the sources make now. One browser in eight refuses to store anything, whatever the history's length. */
export async function replayExcel(): Promise<OpenWorld> {
  const { text } = await makeFunctionsScript();
  const script = new Script(text, { filename: 'functions.js' });
  return (steps) => new ExcelWorld(script, (fnv1a(JSON.stringify(steps)) & 7) === 0);
}

import { Script } from 'node:vm';
import { makeFunctionScripts } from '../../bundling/function-scripts';
import { ExcelWorld } from './excel-world';
import type { OpenWorld } from './replay';

/** Worlds with the `functions.js` that the sources make now. Every eighth browser refuses to store anything. */
export async function replayExcel(): Promise<OpenWorld> {
  const { first } = await makeFunctionScripts(true);
  const script = new Script(first.text, { filename: 'functions.js' });
  return (steps) => new ExcelWorld(script, steps.length % 8 === 7);
}

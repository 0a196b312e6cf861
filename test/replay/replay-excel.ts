import { Script } from 'node:vm';
import { bundleFunctions } from '../../excel-addin/build';
import { ExcelWorld } from './excel-world';
import type { OpenWorld } from './replay';

/** Worlds with the `functions.js` that the sources make now. Every eighth browser refuses to store anything. */
export async function replayExcel(): Promise<OpenWorld> {
  const { outputFiles } = await bundleFunctions();
  const script = new Script(outputFiles[0]!.text, { filename: 'functions.js' });
  return (steps) => new ExcelWorld(script, steps.length % 8 === 7);
}

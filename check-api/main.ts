import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run';

/** `npm run check:api`: compares the real Trace API with what the client expects. */

let isInterrupted = false;
process.on('SIGINT', () => {
  // The first signal waits for the current call, and the created list is deleted; a second one ends the process
  // immediately.
  if (isInterrupted) process.exit(2);
  isInterrupted = true;
});

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  print: (text) => void process.stdout.write(text),
  complain: (sentence) => void process.stderr.write(`${sentence}\n`),
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : null,
  writeFile: (path, text) =>
    writeFile(path, text).then(
      () => true,
      () => false,
    ),
  sleep: (forMs) => sleep(forMs),
  isInterrupted: () => isInterrupted,
  runName: `${new Date().toISOString()} (delete me)`,
});

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => process.exit(2));
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

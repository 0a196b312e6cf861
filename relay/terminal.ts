/** Tells the person who has started a server something, in a line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells in one sentence why a command cannot do what it was asked for, and lets it end as failed. */
export function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

/** Ends a server when its person or its system asks for that. */
export function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

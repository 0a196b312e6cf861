import { run, type ExitCode, type Surroundings } from '../../check-api/run';

/** What a run of the check left. */
interface CheckRun {
  readonly code: ExitCode;
  /** All that it printed. */
  readonly output: string;
  readonly complaints: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly sleptMs: readonly number[];
}

interface CheckedOperation {
  readonly operation: string;
  readonly isChecked: boolean;
  readonly reason: string | null;
  readonly differences: readonly { readonly is: string; readonly path: string; readonly found: string }[];
}

/** Runs the check in this process, with the answers given. */
export async function check(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  given: Partial<Pick<Surroundings, 'ask' | 'isInterrupted'>> = {},
): Promise<CheckRun> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const sleptMs: number[] = [];
  const files = new Map<string, string>();
  const code = await run(args, {
    environment,
    print: (text) => void printed.push(text),
    complain: (sentence) => void complaints.push(sentence),
    ask: given.ask ?? null,
    writeFile: async (path, text) => {
      if (path.startsWith('nowhere/')) return false;
      files.set(path, text);
      return true;
    },
    sleep: async (forMs) => void sleptMs.push(forMs),
    isInterrupted: given.isInterrupted ?? (() => false),
    runName: 'of a test',
  });
  return { code, output: printed.join(''), complaints, files, sleptMs };
}

/** The operations of the report that `--json report.json` wrote. */
export function operationsIn({ files }: CheckRun): readonly CheckedOperation[] {
  return (JSON.parse(files.get('report.json') ?? '') as { operations: readonly CheckedOperation[] }).operations;
}

/** Every difference of the report, as `kind operation path`. */
export function differencesIn(checkRun: CheckRun): readonly string[] {
  return operationsIn(checkRun)
    .flatMap(({ operation, differences }) => differences.map(({ is, path }) => `${is} ${operation} ${path}`))
    .sort();
}

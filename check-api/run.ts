import { maskKeysIn, readApiKey } from '../shared/panel';
import { toTraceError } from '../shared/formulas';
import { readOrigin } from './api-url';
import { CALLS } from './calls/calls';
import { checkAll } from './check';
import { readCommandLine, type CommandLine } from './command-line';
import { planCalls, totalCredits } from './plan';
import { planText } from './report/plan-text';
import { resultJson } from './report/result-json';
import { resultText } from './report/result-text';
import { countDifferences } from './results';

/** What the program needs from its environment. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly complain: (sentence: string) => void;
  /** Asks the user; `null` if there is no terminal. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** Resolves to whether it could be written. */
  readonly writeFile: (path: string, text: string) => Promise<boolean>;
  readonly sleep: (forMs: number) => Promise<void>;
  readonly isInterrupted: () => boolean;
  /** Different each time. */
  readonly runName: string;
}

/** 0: no differences, 1: some, 2: the check could not be made, or not to its end. */
export type ExitCode = 0 | 1 | 2;

export async function run(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const start = prepare(args, around);
  if ('sentence' in start) {
    around.complain(start.sentence);
    return 2;
  }
  const { commandLine, origin, apiKey } = start;
  const settings = { ...commandLine, listName: `Contract check ${around.runName}` };
  const plan = planCalls(CALLS, settings, apiKey);
  const print = (text: string) => around.print(maskKeysIn(text.replaceAll(apiKey, 'trace_…')));
  print(planText(plan, origin));
  if (!(await isAllowed(commandLine, around))) return 2;
  const findings = await checkAll(plan, settings, { origin, apiKey, sleep: around.sleep }, around.isInterrupted);
  print(resultText(findings));
  const { jsonFile } = commandLine;
  const json = resultJson(findings, origin, totalCredits(plan)).replaceAll(apiKey, 'trace_…');
  if (jsonFile !== null && !(await around.writeFile(jsonFile, json))) {
    around.complain(`${jsonFile} could not be written.`);
    return 2;
  }
  if (findings.stopped !== null) return 2;
  return countDifferences(findings) > 0 || findings.leftBehind !== null ? 1 : 0;
}

interface Start {
  readonly commandLine: CommandLine;
  readonly origin: string;
  readonly apiKey: string;
}

function prepare(args: readonly string[], { environment }: Surroundings): Start | { readonly sentence: string } {
  const commandLine = readCommandLine(args);
  if ('sentence' in commandLine) return commandLine;
  const address = readOrigin(environment['TRACE_API_URL']);
  if ('sentence' in address) return address;
  const given = environment['TRACE_API_KEY'] ?? '';
  if (given === '') return { sentence: 'Set TRACE_API_KEY to a key from app.tracedata.ai, under Settings > API Key.' };
  try {
    return { commandLine, origin: address.origin, apiKey: readApiKey(given) };
  } catch (thrown) {
    return { sentence: toTraceError(thrown).message };
  }
}

async function isAllowed({ isYes }: CommandLine, { ask, complain, print }: Surroundings): Promise<boolean> {
  if (isYes) return true;
  if (ask === null) {
    complain('There is no terminal to ask on. Add --yes to make these calls.');
    return false;
  }
  if (await ask('Make these calls? y/N ')) return true;
  print('No call was made.\n');
  return false;
}

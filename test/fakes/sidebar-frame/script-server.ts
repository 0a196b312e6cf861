import type { User } from '../apps-script/user';
import { findTopLevelFunctions } from '../apps-script/top-level';
import type { CallOutcome } from './script-run-client';

/** One call as it was carried: the arguments and the result, as JSON. */
interface CrossedCall {
  readonly functionName: string;
  readonly args: string;
  readonly outcome: string;
}

/** Runs the script, such as a `SheetsWorld`. */
export interface ScriptRuns {
  scriptRun(functionName: string, args: readonly unknown[], options: { readonly as: User }): unknown;
}

/** Google's side of `google.script.run`: what tests set and inspect. */
export class ScriptServer {
  /** What Google answers instead of running anything. */
  failsWith: string | null = null;
  /** Each call waits for it before it runs. */
  readyAfter: Promise<void> = Promise.resolve();
  readonly calls: CrossedCall[] = [];
  /** The most calls that ran at the same time. */
  mostAtOnce = 0;
  private running = 0;

  constructor(
    private readonly script: ScriptRuns,
    private readonly user: User,
  ) {}

  async answer(functionName: string, args: string): Promise<string> {
    this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    await this.readyAfter;
    this.running -= 1;
    const outcome = JSON.stringify(this.run(functionName, args));
    this.calls.push({ functionName, args, outcome });
    return outcome;
  }

  /** Makes calls wait; the returned function releases them. */
  hold(): () => void {
    let release = (): void => undefined;
    this.readyAfter = new Promise((resolve) => (release = resolve));
    return () => release();
  }

  private run(functionName: string, args: string): CallOutcome {
    if (this.failsWith !== null) return { ok: false, text: this.failsWith };
    try {
      return {
        ok: true,
        value: this.script.scriptRun(functionName, JSON.parse(args) as readonly unknown[], { as: this.user }),
      };
    } catch (thrown) {
      return { ok: false, text: (thrown as Error).message };
    }
  }
}

/** The functions that `google.script.run` has: declared at the top level, without an underscore at the end. */
export function publicFunctions(code: string): readonly string[] {
  return findTopLevelFunctions(code)
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('_'));
}

import { FAULTS, type Fault, type FaultSettings } from './faults';
import type { FacedRoute, Reply } from './reply';

/** A requested fault. */
export interface SwitchedOn {
  readonly fault: Fault;
  /** How many more requests it affects; `null`: all until it is switched off. */
  times: number | null;
  /** The only operation it affects; `null`: every request. */
  readonly operation: string | null;
  readonly settings: FaultSettings;
}

export function faultNamed(name: string): Fault | null {
  return FAULTS.find((fault) => fault.name === name) ?? null;
}

/** The active faults, in the order in which they were switched on. */
export class FaultSwitch {
  private switchedOn: SwitchedOn[] = [];

  switchOn(fault: SwitchedOn): void {
    this.switchedOn.push(fault);
  }

  read(): readonly SwitchedOn[] {
    return this.switchedOn;
  }

  /**
   * The faults that may affect a request.
   * @param asked the fault that the request itself asks for
   */
  facing(route: FacedRoute | null, asked: Fault | null): FacedFaults {
    const own = asked === null ? [] : [{ fault: asked, times: 1, operation: null, settings: asked.settings }];
    const others = this.switchedOn.filter(({ operation }) => operation === null || operation === route?.name);
    return new FacedFaults(route, [...own, ...others], (met) => {
      if (met.times !== null) met.times -= 1;
      this.switchedOn = this.switchedOn.filter(({ times }) => times !== 0);
    });
  }
}

/** The faults that may affect one request; each counts only once it has taken effect. */
class FacedFaults {
  /** The names of those that have taken effect. */
  readonly met: string[] = [];

  constructor(
    private readonly route: FacedRoute | null,
    private readonly faults: readonly SwitchedOn[],
    private readonly use: (fault: SwitchedOn) => void,
  ) {}

  /** The answer of the first fault that replaces the service's, if there is one. */
  answerInstead(cost: () => number): Reply | null {
    for (const switchedOn of this.faults) {
      const { fault, settings } = switchedOn;
      if (!('answer' in fault) || fault.appliesTo?.(this.route) === false) continue;
      this.meet(switchedOn);
      return fault.answer(settings, cost);
    }
    return null;
  }

  /** Applies every fault that changes the reply, in order. */
  spoil(reply: Reply): Reply {
    let spoilt = reply;
    for (const switchedOn of this.faults) {
      const { fault, settings } = switchedOn;
      const changed = 'change' in fault ? fault.change(spoilt, settings) : null;
      if (changed === null) continue;
      this.meet(switchedOn);
      spoilt = changed;
    }
    return spoilt;
  }

  private meet(switchedOn: SwitchedOn): void {
    this.met.push(switchedOn.fault.name);
    this.use(switchedOn);
  }
}

import type { Fault, FaultSettings } from './faults';
import type { FacedRoute, Reply } from './reply';

/** A requested fault. */
export interface SwitchedOn {
  readonly name: string;
  readonly fault: Fault;
  /** How many more requests it affects; `null`: all until the next reset. */
  times: number | null;
  /** The only operation it affects; `null`: every request. */
  readonly operation: string | null;
  readonly settings: FaultSettings;
}

interface Faced {
  readonly reply: Reply;
  /** The names of the faults that took effect. */
  readonly met: readonly string[];
}

/** The active faults, in the order in which they were switched on. */
export class FaultSwitch {
  private switchedOn: SwitchedOn[] = [];

  switchOn(fault: SwitchedOn): void {
    this.switchedOn.push(fault);
  }

  /**
   * What a request gets. The first fault that answers instead of the service does so, and every fault that changes the
   * reply does, in order. A fault counts only once it has taken effect.
   *
   * @param cost how many credits the request costs
   * @param answer the service's own answer
   */
  face(route: FacedRoute | null, cost: () => number, answer: () => Reply): Faced {
    const met: string[] = [];
    const affecting = this.switchedOn.filter(({ operation }) => operation === null || operation === route?.name);
    const note = (switchedOn: SwitchedOn): void => {
      if (switchedOn.times !== null) switchedOn.times -= 1;
      met.push(switchedOn.name);
    };
    let instead: Reply | null = null;
    for (const each of affecting) {
      const { fault, settings } = each;
      if (instead !== null || !('answer' in fault) || fault.appliesTo?.(route) === false) continue;
      instead = fault.answer(settings, cost);
      note(each);
    }
    let reply = instead ?? answer();
    for (const each of affecting) {
      const { fault, settings } = each;
      const changed = 'change' in fault ? fault.change(reply, settings) : null;
      if (changed === null) continue;
      reply = changed;
      note(each);
    }
    this.switchedOn = this.switchedOn.filter(({ times }) => times !== 0);
    return { reply, met };
  }
}

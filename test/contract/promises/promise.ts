import type { SandboxFault, SandboxReset } from '../../fakes/sandbox-process';
import type { ContractCell } from '../contract-host';

/** One promise that every host keeps: what is typed, what is wrong with the world, what the cells show. */
export interface HostPromise {
  readonly title: string;
  readonly id: string;
  readonly args: readonly unknown[];
  readonly cells: readonly (readonly ContractCell[])[];
  /** `null`: no key is set. Unless told, `trace_demo`. */
  readonly key?: string | null;
  readonly server?: SandboxReset;
  readonly faults?: readonly SandboxFault[];
  /** Requests that reach the server. */
  readonly requests?: number;
  /** By host: what the cells show there, where its readers are told something else. */
  readonly cellsIn?: Readonly<Record<string, HostPromise['cells']>>;
  /** By host: why it cannot keep this promise. */
  readonly gaps?: Readonly<Record<string, string>>;
}

export const problem = (sentence: string): ContractCell => ({ problem: sentence });
export const day = (text: string): ContractCell => ({ day: text });
export const always = (fault: string, settings: object = {}): SandboxFault => ({ fault, times: null, ...settings });
export const column = (...cells: readonly unknown[]): readonly (readonly unknown[])[] => cells.map((cell) => [cell]);

import type { SandboxProcess, SandboxReset } from '../fakes/sandbox-process';

/** What a cell shows, in words that every host shares. */
export type ContractCell = string | number | boolean | { readonly problem: string } | { readonly day: string };

/** A spreadsheet program with the add-on in it: what the contract list is run on. */
export interface ContractHost {
  readonly name: string;
  /** The server that the host asks, in a process of its own. */
  readonly sandbox: SandboxProcess;
  /**
   * Types a formula; answers what its cells show, one list for each row. A blank cell is `""`.
   *
   * @param args literals, rows of cells, or `null` for an argument that is left out; `null` in a row is a blank cell
   */
  call(id: string, args: readonly unknown[]): Promise<readonly (readonly ContractCell[])[]>;
  /** Sets the API key as its owner would; `null` removes it. */
  setKey(key: string | null): void;
  /** How many requests the server got since the last reset. */
  requests(): Promise<number>;
  /** A fresh spreadsheet with the key `trace_demo`, and a fresh server. */
  reset(options?: SandboxReset): Promise<void>;
  stop(): Promise<void>;
}

/** The outcome of one invocation, as reported to Excel. */
export type InvocationResult =
  | { readonly ok: true; readonly table: readonly (readonly unknown[])[] }
  /**
   * The whole formula failed. Excel shows the message for 1 (`#N/A`) and 7 (`#VALUE!`); 2 and 3: thrown, without the
   * message.
   */
  | { readonly ok: false; readonly code: number; readonly message: string };

/** An error that Excel shows, and its message on hover. */
export interface ErrorCell {
  readonly error: string;
  readonly sentence: string;
}

/** The results in one message from the runtime, by invocation; other messages have none. */
export function readResults(message: HostMessage): ReadonlyMap<number, InvocationResult> {
  const results = new Map<number, InvocationResult>();
  for (const { Name: name, ArgumentInfo: info } of actionsOf(message)) {
    if (name !== 'SetInvocationArrayResults') continue;
    for (const [id, ok, value, code] of (info?.Arguments?.[0] ?? []) as readonly RawResult[]) {
      const table = Array.isArray(value) ? (value as readonly (readonly unknown[])[]) : [[value]];
      results.set(id, ok ? { ok, table } : { ok, code: Number(code), message: String(value) });
    }
  }
  return results;
}

/** Excel's confirmation that it did everything. */
export function toHostReply(message: HostMessage): string {
  const done = actionsOf(message).map(({ Id: id }) => ({ ActionId: id, Value: null }));
  const body = JSON.stringify({ Results: done });
  return JSON.stringify({ id: message.id, type: 2, flags: 0, message: { statusCode: 200, headers: {}, body } });
}

/** An error cell; `null` for any other. */
export function readErrorCell(cell: unknown): ErrorCell | null {
  if (typeof cell !== 'object' || cell === null) return null;
  const { type, basicValue, message } = cell as Readonly<Record<string, unknown>>;
  return type === 'Error' ? { error: String(basicValue), sentence: String(message ?? '') } : null;
}

/** One message from the runtime to Excel. */
export interface HostMessage {
  readonly id: number;
  readonly message: { readonly body: string | { readonly Actions?: readonly Action[] } };
}

interface Action {
  readonly Id: number;
  readonly Name: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

type RawResult = readonly [id: number, ok: boolean, value: unknown, code?: number];

function actionsOf({ message: { body } }: HostMessage): readonly Action[] {
  return (typeof body === 'string' ? (JSON.parse(body) as { Actions?: readonly Action[] }) : body).Actions ?? [];
}

/** A report to Trace about a company; https://docs.tracedata.ai/api/data-flags/. */
interface Flag {
  readonly flagId: number;
  readonly companyId: number;
  readonly description: string | null;
}

/** The flags so far. The API cannot read them; `GET /_sandbox/flags` shows them to tests. */
export class FlagBook {
  private readonly flags: Flag[] = [];

  get nextId(): number {
    return this.flags.length + 1;
  }

  add(flag: Flag): void {
    this.flags.push(flag);
  }

  read(): readonly Flag[] {
    return this.flags;
  }
}

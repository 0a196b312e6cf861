import type { Service } from '../service';

/** Trace accepts 100; Microsoft's pattern has no limit, and would be refused. */
const MOST = 100;
const WAIT_MS = 100;

interface Waiting {
  readonly domain: string;
  readonly resolve: (name: string) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The pattern that Microsoft publishes: cells are pushed to a list, the first one starts a timer of 100 ms, and then
 * everything in the list is asked for:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-batching. It joins answers by position, saves
 * nothing, and asks for equal cells repeatedly.
 */
export class MicrosoftBatching {
  private batch: Waiting[] = [];
  private isScheduled = false;

  constructor(private readonly service: Service) {}

  ask(domain: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.batch.push({ domain, resolve, reject });
      if (this.isScheduled) return;
      this.isScheduled = true;
      setTimeout(() => this.send(), WAIT_MS);
    });
  }

  private send(): void {
    const batch = this.batch;
    this.batch = [];
    this.isScheduled = false;
    for (let start = 0; start < batch.length; start += MOST) void this.sendPart(batch.slice(start, start + MOST));
  }

  private async sendPart(part: readonly Waiting[]): Promise<void> {
    try {
      const body = JSON.stringify({ domains: part.map(({ domain }) => domain) });
      const response = await this.service.fetch('/v1/companies/batch', { method: 'POST', body });
      const { results } = JSON.parse(await response.text()) as { results: { company: { name: string } }[] };
      part.forEach(({ resolve }, index) => resolve(results[index]!.company.name));
    } catch (error) {
      for (const { reject } of part) reject(error);
    }
  }
}

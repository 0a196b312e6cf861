import type { Billed } from './model-api';

/** What the service has told each organization: nothing else may be shown to those who hold its keys. */
export class AnsweredTo {
  private readonly told = new Set<string>();
  private read = 0;

  constructor(private readonly log: readonly Billed[]) {}

  /** @param identifier a domain or a slug; each is known from the other */
  has(organization: string, kind: string, identifier: string): boolean {
    for (; this.read < this.log.length; this.read += 1) {
      const { organization: asker, operation, asked, status } = this.log[this.read]!;
      if (status !== 200 && status !== 404) continue;
      for (const each of asked) this.told.add(`${asker}|${operation}|${toSlug(each)}`);
    }
    return this.told.has(`${organization}|${kind}|${toSlug(identifier)}`);
  }
}

/** The organization of a key, as the model has it. */
export function organizationOf(key: string | null): string {
  return key === 'trace_other' ? 'other' : key === null || key === 'trace_wrong' ? '' : 'one';
}

function toSlug(identifier: string): string {
  return identifier.replace(/\.example$/, '');
}

import { findByDomain } from './data/companies';
import type { Rescans } from './data/rescans';
import { doneAtMs, type Job } from './job-progress';

/** The rescan jobs of the organization; none expires. */
export class JobBook {
  private readonly jobs = new Map<string, Job>();
  /** By company id, in the order of the jobs; milliseconds since 1970. */
  private readonly doneTimes = new Map<number, number[]>();

  get nextId(): string {
    return `job_${this.jobs.size + 1}`;
  }

  add(job: Job): void {
    this.jobs.set(job.jobId, job);
    const times = doneAtMs(job);
    for (const [place, domain] of job.domains.entries()) {
      const id = findByDomain(domain)?.id;
      if (id !== undefined) this.doneTimes.set(id, [...(this.doneTimes.get(id) ?? []), times[place] ?? 0]);
    }
  }

  find(jobId: string): Job | null {
    return this.jobs.get(jobId) ?? null;
  }

  /** The rescans that are done at this time. */
  rescansAt(nowMs: number): Rescans {
    return ({ id }) => (this.doneTimes.get(id) ?? []).filter((atMs) => atMs <= nowMs).sort((one, other) => one - other);
  }
}

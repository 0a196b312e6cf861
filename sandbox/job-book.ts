/** A requested crawl. Its progress depends on the time alone; see `jobAt`. */
export interface Job {
  readonly jobId: string;
  readonly domains: readonly string[];
  readonly startedAtMs: number;
}

/** The rescan jobs of the organization; none expires. */
export class JobBook {
  private readonly jobs = new Map<string, Job>();

  get nextId(): string {
    return `job_${this.jobs.size + 1}`;
  }

  add(job: Job): void {
    this.jobs.set(job.jobId, job);
  }

  find(jobId: string): Job | null {
    return this.jobs.get(jobId) ?? null;
  }
}

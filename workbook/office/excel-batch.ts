import { OfficeError } from './office-error';

/**
 * The limit in each direction in Excel on the web:
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization.
 */
const MOST_BYTES = 5_000_000;
/** Each object and each request about one is sent as a record of ids. */
const BYTES_OF_STEP = 100;

/**
 * The requests to Excel between two syncs, done in order. If one fails, those before it have happened and those after
 * it have not.
 */
export class ExcelBatch {
  private steps: (() => void)[] = [];
  private asked = 0;
  private told = 0;

  /**
   * @param refusesJson the code with which this Excel refuses `valuesAsJson`; `null`: it has it
   * @param record does the requests of one sync, as part of an undo step
   */
  constructor(
    private readonly refusesJson: string | null = null,
    private readonly record = (work: () => void): void => work(),
  ) {}

  checkJson(): void {
    if (this.refusesJson !== null) throw new OfficeError(this.refusesJson, 'valuesAsJson is refused.');
  }

  add(step: () => void): void {
    this.steps.push(step);
    this.asked += BYTES_OF_STEP;
  }

  /** Between these syncs, entries do not calculate anything. */
  isCalculationSuspended = false;

  /** Counts what is sent to Excel. */
  noteAsked(sent: unknown): void {
    this.asked += bytesOf(sent);
  }

  /** Counts what is sent back. */
  noteTold(sent: unknown): void {
    this.told += bytesOf(sent);
    if (this.told > MOST_BYTES) {
      throw new OfficeError('ResponsePayloadSizeLimitExceeded', 'the response is too large.');
    }
  }

  /** Lets the page draw first, as a call to Excel does. */
  async sync(): Promise<void> {
    const { steps, asked } = this;
    this.steps = [];
    this.asked = 0;
    this.told = 0;
    await turn();
    if (asked > MOST_BYTES) {
      throw new OfficeError('RequestPayloadSizeLimitExceeded', 'the request is too large.');
    }
    try {
      this.record(() => {
        for (const step of steps) step();
      });
    } finally {
      this.isCalculationSuspended = false;
    }
  }
}

const ASCII = /^[\0-\x7f]*$/;

/** The size of its JSON, as it is sent. */
function bytesOf(sent: unknown): number {
  const json = JSON.stringify(sent) ?? '';
  return ASCII.test(json) ? json.length : new TextEncoder().encode(json).length;
}

/** Unlike a timer, not slowed down in a background tab. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

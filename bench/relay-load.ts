import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { builtFolders } from '../test/workbook/built';
import { openSlow, putLoadOn, type Load, type Statuses } from './load';
import { median, tookMs } from './median';
import { against, asRatio, atLeast, inMb, type Table } from './table';

const LOAD: Load = { connections: 200, requests: 50, path: '/v1/lists/l1' };
const DYING: Load = { ...LOAD, path: '/v1/lists/dying' };
const REQUESTS = LOAD.connections * LOAD.requests;
const RUNS = 3;
/** Relative to the throughput of a bare pipe. */
const BUDGET = 0.6;
/** Relative to the memory after the first runs. */
const MEMORY_BUDGET = 1.25;

/** Client, relay, both baselines and upstream, each in its own process on this machine. */
export async function benchRelayLoad(): Promise<Table> {
  const upstream = await start('bench/baselines/small-upstream.ts');
  const pipe = await start('bench/baselines/bare-pipe.ts', upstream.origin);
  const library = await start('bench/baselines/bare-library.ts', upstream.origin);
  const relay = await start('test/relay/limited-process.ts', 'relay', upstream.origin, JSON.stringify(builtFolders()));
  try {
    const measure = async (origin: string, load: Load): Promise<number> => {
      let statuses: Statuses = new Map();
      const ms = await tookMs(async () => (statuses = await putLoadOn(origin, load)));
      const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
      if (answered !== REQUESTS) throw new Error(`${answered} of ${REQUESTS} requests were answered`);
      if (load === LOAD && statuses.get(200) !== REQUESTS) throw new Error('a request was refused');
      return REQUESTS / (ms / 1_000);
    };
    // The first run of each also compiles.
    for (const { origin } of [pipe, library, relay]) await measure(origin, LOAD);
    const before = await relay.memory();
    const runs: Readonly<Record<'direct' | 'pipe' | 'library' | 'relay', number>>[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push({
        direct: await measure(upstream.origin, LOAD),
        pipe: await measure(pipe.origin, LOAD),
        library: await measure(library.origin, LOAD),
        relay: await measure(relay.origin, LOAD),
      });
    }
    const close = await openSlow(relay.origin, LOAD.connections);
    const besideSlow = await measure(relay.origin, LOAD);
    close();
    const dying = await measure(relay.origin, DYING);
    const after = await relay.memory();
    const bare = median(runs.map((run) => run.pipe));
    const ratio = median(runs.map((run) => run.relay / run.pipe));
    const row = (what: string, perSecond: number, of = perSecond / bare, budget = ''): readonly string[] => [
      what,
      `${Math.round(perSecond).toLocaleString('en')} / s`,
      asRatio(of),
      budget,
    ];
    return {
      title: 'The relay under load',
      note: `${LOAD.connections} connections send ${LOAD.requests} requests each, one after the other, for answers of 2 KB; all are answered. Median of ${RUNS} alternating runs. The client and the answering server share the processors with the relay. Memory is that of the relay’s process before and after ${(RUNS + 2) * REQUESTS} requests.`,
      head: ['', 'requests', 'ratio', 'budget'],
      rows: [
        row('a bare pipe of node:http', bare),
        row('the web server library of the relay, without any checks', median(runs.map((run) => run.library))),
        row('the relay', median(runs.map((run) => run.relay)), ratio, atLeast(ratio, BUDGET, ' ×')),
        row(`the relay, beside ${LOAD.connections} connections that never end a request`, besideSlow),
        row('the relay, one of eight answers breaking off', dying),
        row('the answering server itself', median(runs.map((run) => run.direct))),
        [
          'memory of the relay',
          `${inMb(before)}, then ${inMb(after)}`,
          asRatio(after / before),
          against(after / before, MEMORY_BUDGET, ' ×'),
        ],
      ],
    };
  } finally {
    for (const { child } of [upstream, pipe, library, relay]) child.kill('SIGKILL');
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly memory: () => Promise<number>;
}

async function start(file: string, ...given: readonly string[]): Promise<Started> {
  const child = fork(file, given, { execArgv: ['--import', 'tsx'] });
  const [origin] = (await once(child, 'message')) as [string];
  const memory = async (): Promise<number> => {
    child.send('memory');
    return ((await once(child, 'message')) as [number])[0];
  };
  return { child, origin, memory };
}

import type { GridReading, GridWriting, HostPorts, RecordRow } from '../../shared/enrich/sheet/ports';
import type { RunEvent } from '../../shared/enrich/sheet/run-events';
import type { AsyncPerformers, CorePorts } from '../../shared/enrich/core-ports';
import type { EffectOf } from '../../shared/task';

type Effect = EffectOf<CorePorts>;

/** An enrichment's request to its host, as tests see it right before it is performed. */
export type Asked =
  | Effect
  | { readonly ask: 'sheet.info'; readonly sheet: string }
  | { readonly ask: 'sheet.list' }
  | { readonly ask: 'sheet.read'; readonly reading: GridReading }
  | { readonly ask: 'sheet.write'; readonly writing: GridWriting }
  | { readonly ask: 'record.load' }
  | { readonly ask: 'record.make' | 'record.append'; readonly rows: readonly RecordRow[] }
  | { readonly ask: 'record.remove' }
  | { readonly ask: 'own.load' | 'own.replace' }
  | {
      readonly ask: 'anchors.put' | 'anchors.find' | 'anchors.remove';
      readonly run: string | null;
    }
  | { readonly ask: 'looks.read' | 'looks.change' }
  | { readonly ask: 'wish' }
  | { readonly ask: 'tell'; readonly event: RunEvent };

/** Performs the request, now or later. */
export type Watch = <T>(asked: Asked, act: () => Promise<T>) => Promise<T>;

/** The ports of a host, observed by a test. */
export function watched(host: HostPorts, watch: Watch): HostPorts {
  const { sheet, record, own, client, anchors, looks } = host;
  const performers = Object.entries(client).map(([ask, perform]) => [
    ask,
    (given: object) => watch({ ...given, ask } as Effect, async () => (perform as (asked: object) => unknown)(given)),
  ]);
  return {
    ...host,
    sheet: {
      info: (id) => watch({ ask: 'sheet.info', sheet: id }, () => sheet.info(id)),
      list: () => watch({ ask: 'sheet.list' }, () => sheet.list()),
      read: (reading) => watch({ ask: 'sheet.read', reading }, () => sheet.read(reading)),
      write: (writing) => watch({ ask: 'sheet.write', writing }, () => sheet.write(writing)),
    },
    record: {
      ...(record.ridesWithWrites && { ridesWithWrites: true }),
      load: () => watch({ ask: 'record.load' }, () => record.load()),
      make: (rows, head) => watch({ ask: 'record.make', rows }, () => record.make(rows, head)),
      append: (holder, head, rows) => watch({ ask: 'record.append', rows }, () => record.append(holder, head, rows)),
      remove: (holder) => watch({ ask: 'record.remove' }, () => record.remove(holder)),
    },
    own: {
      load: (run) => watch({ ask: 'own.load' }, () => own.load(run)),
      replace: (run, was, becomes) => watch({ ask: 'own.replace' }, () => own.replace(run, was, becomes)),
    },
    client: Object.fromEntries(performers) as AsyncPerformers,
    looks: {
      ...looks,
      read: (...given) => watch({ ask: 'looks.read' }, () => looks.read(...given)),
      change: (...given) => watch({ ask: 'looks.change' }, () => looks.change(...given)),
    },
    anchors: {
      put: (run, id, marks, rows) => watch({ ask: 'anchors.put', run }, () => anchors.put(run, id, marks, rows)),
      find: (run, names) => watch({ ask: 'anchors.find', run }, () => anchors.find(run, names)),
      remove: (run) => watch({ ask: 'anchors.remove', run }, () => anchors.remove(run)),
    },
  };
}

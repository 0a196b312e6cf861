import type { GridReading, GridWriting, HostPorts } from '../../shared/bulk/sheet/ports';
import type { RunEvent } from '../../shared/bulk/sheet/run-events';
import type { AsyncPerformers, CorePorts } from '../../shared/bulk/core-ports';
import type { EffectOf } from '../../shared/task';

type Effect = EffectOf<CorePorts>;

/** What a run asks of its host, as tests see it right before it is done. */
export type Asked =
  | Effect
  | { readonly ask: 'sheet.info'; readonly sheet: string }
  | { readonly ask: 'sheet.list' }
  | { readonly ask: 'sheet.read'; readonly reading: GridReading }
  | { readonly ask: 'sheet.addColumns'; readonly sheet: string; readonly columns: number }
  | { readonly ask: 'sheet.write'; readonly writing: GridWriting }
  | { readonly ask: 'journal.room' }
  | { readonly ask: 'journal.load' }
  | { readonly ask: 'journal.save'; readonly parts: ReadonlyMap<string, string> }
  | { readonly ask: 'journal.remove' }
  | { readonly ask: 'file.hold'; readonly holder: string; readonly forMs: number }
  | { readonly ask: 'file.release'; readonly holder: string }
  | {
      readonly ask: 'anchors.put' | 'anchors.find' | 'anchors.remove';
      readonly run: string | null;
    }
  | { readonly ask: 'looks.read' | 'looks.change' }
  | { readonly ask: 'wish' }
  | { readonly ask: 'tell'; readonly event: RunEvent };

/** Does what was asked for, now or later. */
export type Watch = <T>(asked: Asked, act: () => Promise<T>) => Promise<T>;

/** The ports of a host, with everything that is asked of them seen first. */
export function watched(host: HostPorts, watch: Watch): HostPorts {
  const { sheet, journal, file, client, anchors, looks } = host;
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
      addColumns: (id, columns) =>
        watch({ ask: 'sheet.addColumns', sheet: id, columns }, () => sheet.addColumns(id, columns)),
      write: (writing) => watch({ ask: 'sheet.write', writing }, () => sheet.write(writing)),
    },
    journal: {
      room: () => watch({ ask: 'journal.room' }, () => journal.room()),
      load: () => watch({ ask: 'journal.load' }, () => journal.load()),
      save: (parts) => watch({ ask: 'journal.save', parts }, () => journal.save(parts)),
      remove: () => watch({ ask: 'journal.remove' }, () => journal.remove()),
    },
    file: {
      hold: (holder, forMs) => watch({ ask: 'file.hold', holder, forMs }, () => file.hold(holder, forMs)),
      release: (holder) => watch({ ask: 'file.release', holder }, () => file.release(holder)),
    },
    client: Object.fromEntries(performers) as AsyncPerformers,
    ...(looks && {
      looks: {
        ...looks,
        read: (...given) => watch({ ask: 'looks.read' }, () => looks.read(...given)),
        change: (...given) => watch({ ask: 'looks.change' }, () => looks.change(...given)),
      },
    }),
    anchors: {
      put: (run, id, marks, rows) => watch({ ask: 'anchors.put', run }, () => anchors.put(run, id, marks, rows)),
      find: (run, names) => watch({ ask: 'anchors.find', run }, () => anchors.find(run, names)),
      remove: (run, except) => watch({ ask: 'anchors.remove', run }, () => anchors.remove(run, except)),
    },
  };
}

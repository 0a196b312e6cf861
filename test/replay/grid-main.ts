import { GridFile } from '../fakes/played/grid-file';
import { replayEnrichments, type EnrichmentReplay } from './enrichments';

/** Runs by itself: see `grid-process.ts`. */
const replay = JSON.parse(process.argv[2] ?? '{}') as Pick<EnrichmentReplay, 'runs' | 'seed' | 'path'>;

replayEnrichments({ host: 'workbook', open: (cells) => new GridFile(cells), ...replay }).then(
  () => process.exit(0),
  (thrown: unknown) => process.stderr.write(`${String(thrown)}\n`, () => process.exit(1)),
);

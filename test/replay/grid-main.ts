import { GridFile } from '../fakes/played/grid-file';
import { replayEnrichments } from './enrichments';
import type { Histories } from './replay';

/** Runs by itself: see `grid-process.ts`. */
const replay = JSON.parse(process.argv[2] ?? '{}') as Histories;

replayEnrichments({ host: 'workbook', open: (cells) => new GridFile(cells), ...replay }).then(
  () => process.exit(0),
  (thrown: unknown) => process.stderr.write(`${String(thrown)}\n`, () => process.exit(1)),
);

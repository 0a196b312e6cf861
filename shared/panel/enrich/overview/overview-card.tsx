import { useState } from 'preact/hooks';
import type { Enrichment } from '../../../enrich/enrichment';
import type { Overview } from '../../../enrich/overview/count-overview';
import { readOverview } from '../../../enrich/overview/read-overview';
import { say } from '../../../errors/say';
import { attempt } from '../../common/bulk-engine';
import { Outcome, useErrand } from '../../common/outcome';
import { PressButton } from '../../common/press-button';
import { useSheet } from '../../common/sheet';
import { count, isolated } from '../../common/words';
import { usePanel } from '../../state/panel-state';
import { drawOverview, type Picture } from './overview-picture';
import { toOverviewSheet } from './overview-sheet';
import { download } from '../../common/browser';

interface Props {
  readonly enrichment: Enrichment;
}

/** The panel has room for one column of tables, a document for two. */
interface Pictures {
  readonly shown: Picture;
  readonly saved: Picture;
}

/** Sums the enriched companies up on a new sheet. Free: it reads saved answers only. */
export function OverviewCard({ enrichment }: Props) {
  const engine = useSheet();
  const { check } = usePanel();
  const errand = useErrand();
  const [pictures, setPictures] = useState<Pictures | null>(null);
  /** Whether the answers that it is made of are gone. */
  const [isGone, setGone] = useState(false);
  const { head, spent, columns } = enrichment;
  const title = `Overview of ${head.sheet.name}`;
  const add = async (): Promise<void> => {
    errand.begin('Adding the Overview…');
    setPictures(null);
    const read = await engine.do((ports) => readOverview(ports));
    if (!read.ok) return errand.fail(say(read.error, 'run'));
    const overview = read.value;
    setGone(overview.tables.length === 0 && overview.unsaved > 0);
    if (overview.tables.length === 0) return errand.fail(toNothing(overview));
    const source = {
      ...{ sheetName: head.sheet.name, columnTitle: head.input.title, column: columns?.input ?? 0 },
      ...{ enrichedMs: head.startedMs, credits: spent.used - spent.unsure, unconfirmed: spent.unsure },
    };
    const added = await attempt(() => engine.host.addSheet(toOverviewSheet(overview, source)));
    if (!added.ok) return errand.fail(say(added.error, 'run'));
    const { name, withoutChart } = added.value;
    if (withoutChart !== null)
      setPictures({ shown: drawOverview(title, overview, 1), saved: drawOverview(title, overview, 2) });
    const said = [`The sheet “${isolated(name)}” is added.`, toUnsaved(overview), withoutChart ?? ''];
    errand.end(said.filter((sentence) => sentence !== '').join(' '));
  };
  const save = (drawn: Picture): void =>
    void errand.attempt('', async () => {
      await savePicture(`${title}.png`, drawn);
      return 'The picture is among your downloads.';
    });
  return (
    <div class="card">
      <h3>Overview</h3>
      <p class="hint">Top technologies, countries and more on a new sheet. Free.</p>
      <div class="buttons">
        <PressButton isOff={errand.isBusy} onPress={() => void add()}>
          Add Overview sheet
        </PressButton>
        {isGone && <PressButton onPress={() => check({ from: 'enriched' })}>Check for changes</PressButton>}
      </div>
      <Outcome {...errand} />
      {pictures !== null && (
        <>
          <div class="picture">
            <img
              src={addressOf(pictures.shown)}
              alt="Bars of the most common values. The sheet has the same numbers."
            />
          </div>
          <div class="buttons">
            <PressButton isOff={errand.isBusy} onPress={() => save(pictures.saved)}>
              Save picture (PNG)
            </PressButton>
          </div>
        </>
      )}
    </div>
  );
}

function toNothing({ unsaved }: Overview): string {
  return unsaved > 0
    ? 'These answers are no longer saved. Choose Check for changes to fetch them again.'
    : 'The saved answers of these companies have nothing to count.';
}

function toUnsaved({ unsaved }: Overview): string {
  if (unsaved === 0) return '';
  return `${count(unsaved, 'company has', 'companies have')} no saved answer.`;
}

/** Sharp on paper and on large screens. */
const PIXELS_OF_UNIT = 3;

/** The address of a picture, for an image. */
function addressOf({ svg }: Pick<Picture, 'svg'>): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** Puts the picture among the person's downloads, as a PNG file. */
async function savePicture(name: string, picture: Picture): Promise<void> {
  const image = new Image();
  image.src = addressOf(picture);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * PIXELS_OF_UNIT;
  canvas.height = picture.height * PIXELS_OF_UNIT;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png === null) throw new Error('The browser could not encode the picture.');
  download(name, png);
}

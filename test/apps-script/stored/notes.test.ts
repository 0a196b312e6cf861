import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

let panel: BulkPanel;

useUnconnectedSpreadsheet();
beforeEach(() => {
  world.state.userProperties.owner.clear();
  world.state.documentProperties.clear();
  panel = new BulkPanel(world);
});

const notes = (): readonly string[] =>
  Object.keys(world.state.userProperties.owner.read()).filter((name) => name.startsWith('TRACE_NOTES_'));

it('notes are kept with the user and not with the spreadsheet, in parts that Google takes', async () => {
  const text = 'n'.repeat(20_000);
  await panel.host.writeNotes(text);
  expect({
    text: await panel.host.readNotes(),
    parts: notes().length,
    documentProperties: world.state.documentProperties.read(),
  }).toEqual({ text, parts: 3, documentProperties: {} });
});

it('shorter notes leave nothing of longer ones, and no notes nothing at all', async () => {
  await panel.host.writeNotes('n'.repeat(20_000));
  await panel.host.writeNotes('short');
  expect({ text: await panel.host.readNotes(), parts: notes().length }).toEqual({ text: 'short', parts: 1 });
  await panel.host.writeNotes('');
  expect({ text: await panel.host.readNotes(), parts: notes() }).toEqual({ text: '', parts: [] });
});

it('notes that are too long or not ASCII are refused, and the earlier notes stay', async () => {
  await panel.host.writeNotes('before');
  await expect(panel.host.writeNotes('n'.repeat(61_601))).rejects.toMatchObject({ code: 'actionMalformed' });
  await expect(panel.host.writeNotes('naïve')).rejects.toMatchObject({ code: 'actionMalformed' });
  expect(await panel.host.readNotes()).toBe('before');
});

it('they go with everything else of Trace', async () => {
  await panel.host.writeNotes('notes');
  await panel.host.removeTrace();
  expect(notes()).toEqual([]);
});

import { MARK_LENGTH, PROPERTY_SLOTS, type SentChange, type SentJournal } from '../journal-messages';
import { makingRoom } from '../property-room';
import { inFileStore } from '../try-store';
import { keepSequence } from './run-seal';
import { readTexts, removeTraceSheet, writeTexts } from './trace-sheet';

/**
 * A run's journal as the page has cut it: an index, which is one document property and is written last, and the slots
 * that it names, which are properties as long as they fit and cells of the hidden sheet beyond. A slot named by an
 * index is never overwritten, so whenever a script run is stopped, the old journal or the new one is complete.
 */
const INDEX = 'TRACE_RUN';
const NAME = /^TRACE_RUN_(\d)$/;

export function readJournalSlots(): SentJournal {
  const properties = inFileStore((properties) => properties.getProperties());
  const index = properties[INDEX] ?? '';
  if (index === '') return { index, slots: [] };
  const kept = Object.keys(properties).flatMap((name) => {
    const [, slot] = NAME.exec(name) ?? [];
    return slot === undefined ? [] : [{ slot: Number(slot), text: properties[name]! }];
  });
  return { index, slots: [...kept, ...readTexts(PROPERTY_SLOTS)] };
}

/**
 * Throws `storeRefused`, `sheetFull`, `sheetRefused`; the journal is then unchanged.
 * @returns whether it was changed
 */
export function changeJournal({ was, index, slots, signed }: SentChange): boolean {
  if ((inFileStore((properties) => properties.getProperty(INDEX)) ?? '').slice(0, MARK_LENGTH) !== was) return false;
  if (index === '') removeJournalSlots();
  else {
    writeTexts(slots, PROPERTY_SLOTS);
    inFileStore((properties) => {
      makingRoom(() => {
        for (const { slot, text } of slots) {
          if (slot < PROPERTY_SLOTS) properties.setProperty(`${INDEX}_${slot}`, text);
        }
        properties.setProperty(INDEX, index);
      });
    });
  }
  // Not before: the journal must not be older than its last signature.
  if (signed !== null || index === '') keepSequence(signed);
  return true;
}

/** First the index is removed, then the slots. */
export function removeJournalSlots(): void {
  inFileStore((properties) => {
    properties.deleteProperty(INDEX);
    for (const name of properties.getKeys()) if (NAME.test(name)) properties.deleteProperty(name);
  });
  removeTraceSheet();
}

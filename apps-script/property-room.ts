import { BUDGET, PART_LENGTH } from './property-budget';

/** The id of the writing that a part belongs to, before its text. */
const STAMP_LENGTH = 20;

/** Writes; if foreign properties have taken the room, removes them and writes again. Throws Google's error. */
export function makingRoom(write: () => void): void {
  try {
    write();
  } catch (thrown) {
    if (dropOversized() === 0) throw thrown;
    write();
  }
}

/**
 * Removes properties that Trace has not written: foreign names, parts beyond the last possible one, and whatever is too
 * long. Anyone who may edit the file could have filled the properties, so that nothing else has room.
 *
 * @returns how many were removed. Throws Google's error
 */
function dropOversized(): number {
  const properties = PropertiesService.getDocumentProperties();
  const dropped = Object.entries(properties.getProperties()).filter(([name, text]) => text.length > longestOf(name));
  for (const [name] of dropped) properties.deleteProperty(name);
  return dropped.length;
}

/** In characters; -1: there is no such property. */
function longestOf(name: string): number {
  const [, text = '', part = ''] = /^(TRACE_[A-Z]+)_(\d{1,2})$/.exec(name) ?? [];
  if (text in BUDGET) {
    const parts = Math.ceil(BUDGET[text as keyof typeof BUDGET] / PART_LENGTH);
    return Number(part) < parts ? PART_LENGTH + STAMP_LENGTH : -1;
  }
  return -1;
}

import type { TraceError } from '../errors/trace-error';

/** Allows any characters but spaces, since no page documents the shape of an id. Dots alone would change the path. */
const ID = /^(?!\.+$)\S{1,200}$/;

/** Checks the id of a list or job. Throws `unknownThing` if it cannot be one. */
export function checkId(id: string, unknownThing: TraceError): string {
  if (!ID.test(id)) throw unknownThing;
  return id;
}

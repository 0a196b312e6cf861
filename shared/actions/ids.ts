import type { TraceError } from '../errors/trace-error';

/** Anything but blanks, since no page documents the shape of an id. Dots alone would change the path. */
const ID = /^(?!\.+$)\S{1,200}$/;

/** The id of a list or job. Throws the error for "there is no such thing" where it cannot be one. */
export function checkId(id: string, unknownThing: TraceError): string {
  if (!ID.test(id)) throw unknownThing;
  return id;
}

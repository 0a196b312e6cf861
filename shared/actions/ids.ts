import type { TraceError } from '../errors/trace-error';

/** Anything but blanks: no page shows an id. One of dots alone would lead to another path. */
const ID = /^(?!\.+$)\S{1,200}$/;

/** An id of a list or a job as it was given; throws what it means that there can be no such thing. */
export function checkId(id: string, unknownThing: TraceError): string {
  if (!ID.test(id)) throw unknownThing;
  return id;
}

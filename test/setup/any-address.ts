import fc from 'fast-check';
import { anyCharacter } from './any-character';

const segment = fc.string({ unit: anyCharacter }).map(encodeURIComponent);

/** Addresses as `fc.webUrl` draws them, without its table of a million characters: see {@link anyCharacter}. */
export const anyAddress = fc
  .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.array(segment))
  .map(([scheme, host, path]) => [`${scheme}:/`, host, ...path].join('/'));

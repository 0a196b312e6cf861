import { del, get, update } from 'idb-keyval';
import { TraceError } from '../../shared/formulas';
import type { OwnPort } from '../../shared/ports';
import { PageDatabase } from '../functions/page-database';

const DATABASE = new PageDatabase('trace-enrichments', 'spent');

/**
 * What this user has spent on enrichments, in this browser or this Excel. Throws `limitNotKept` if it cannot be
 * stored.
 */
export const OWN_SPENDING: OwnPort = {
  load: (run) => orNotKept(async () => (await DATABASE.ask((store) => get<string>(run, store))) || null),
  replace: (run, was, becomes) =>
    orNotKept(async () => {
      let isSame = false;
      await DATABASE.ask((store) =>
        update<string>(
          run,
          (now) => {
            isSame = (now === undefined || now === '' ? null : now) === was;
            return isSame ? (becomes ?? '') : (now ?? '');
          },
          store,
        ),
      );
      if (isSame && becomes === null) await DATABASE.ask((store) => del(run, store));
      return isSame;
    }),
};

async function orNotKept<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch {
    throw new TraceError('limitNotKept', {});
  }
}

import { runInContext, type Context } from 'node:vm';

/** Converts values between our realm and the add-on's, whose `Date` and `Error` are different. */
export interface Realm {
  /** Copies arrays, dates and plain objects into it. */
  toContext(value: unknown): unknown;
  /** An exception as Google's services throw it. */
  toException(message: string): Error;
}

/** Evaluated in the context before the add-on, so that nothing of ours is visible there. */
const SOURCE = `(function () {
  'use strict';
  const RealDate = Date;
  const isDate = (value) => Object.prototype.toString.call(value) === '[object Date]';
  const toContext = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (isDate(value)) return new RealDate(value.getTime());
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toContext(inner)]));
    }
    const made = [];
    for (let at = 0; at < value.length; at += 1) made.push(toContext(value[at]));
    return made;
  };
  const toException = (message) => Object.assign(new Error(message), { name: 'Exception' });
  const useClock = (nowMs) => {
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args, made) =>
        Reflect.construct(target, args.length > 0 ? args : [nowMs()], made === globalThis.Date ? target : made),
      apply: () => new RealDate(nowMs()).toString(),
      get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name)),
    });
  };
  return { toContext, toException, useClock };
})()`;

/** @param nowMs the clock of the context's `Date` */
export function makeRealm(context: Context, nowMs: () => number): Realm {
  const realm = runInContext(SOURCE, context) as Realm & { useClock(nowMs: () => number): void };
  realm.useClock(nowMs);
  return { toContext: realm.toContext, toException: realm.toException };
}

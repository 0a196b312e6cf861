import { createHmac, randomUUID } from 'node:crypto';
import type { Run } from '../run';
import { dayIn, localText, midnightIn } from '../sheet/time-zone';

const MAX_SLEEP_MS = 300_000;
const DAY_FORMAT = 'yyyy-MM-dd';
const TIME_FORMAT = "yyyy-MM-dd'T'HH:mm:ss'Z'";

/** https://developers.google.com/apps-script/reference/utilities/utilities */
export function makeUtilities(run: Run): object {
  const checkFormat = (format: unknown): void => {
    if (format !== DAY_FORMAT) run.fail(`This stand-in knows only ${DAY_FORMAT}, not ${String(format)}`);
  };
  return {
    sleep(ms: number) {
      run.call('Utilities.sleep', null);
      if (!(ms >= 0 && ms <= MAX_SLEEP_MS)) run.fail(`Invalid argument: ${ms}`);
      run.spend(ms);
    },
    getUuid() {
      run.call('Utilities.getUuid', null);
      return randomUUID();
    },
    /** Signed bytes, as in Java; both texts are read as US-ASCII. */
    computeHmacSha256Signature(value: unknown, key: unknown) {
      run.call('Utilities.computeHmacSha256Signature', null);
      const [text, secret] = [value, key].map((each) => {
        if (typeof each === 'string' && each !== '' && /^[\0-\x7f]*$/.test(each)) return each;
        return run.fail('The parameters do not match the method signature: computeHmacSha256Signature');
      });
      const bytes = createHmac('sha256', secret!).update(text!).digest();
      return run.realm.toContext([...new Int8Array(bytes)]);
    },
    base64EncodeWebSafe(bytes: readonly number[]) {
      run.call('Utilities.base64EncodeWebSafe', null);
      const areBytes = [...bytes].every((byte) => Number.isInteger(byte) && byte >= -128 && byte < 128);
      if (!areBytes) run.fail('The parameters do not match the method signature: base64EncodeWebSafe');
      return Buffer.from(bytes).toString('base64').replace(/\+/g, '-').replace(/\//g, '_');
    },
    parseDate(text: string, timeZone: string, format: string) {
      run.call('Utilities.parseDate', null);
      checkFormat(format);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) run.fail(`Unparseable date: "${text}"`);
      return run.realm.toContext(midnightIn(timeZone, text));
    },
    formatDate(date: Date, timeZone: string, format: string) {
      run.call('Utilities.formatDate', null);
      if (format === TIME_FORMAT) return `${localText(timeZone, date)}Z`;
      checkFormat(format);
      return dayIn(timeZone, date);
    },
  };
}

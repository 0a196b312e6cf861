import { nameService } from '../relay/name-service';
import { sayWhoAnswers } from '../workbook/page/answered-by';
import { SANDBOX_SERVICE, type PageSettings } from '../workbook/page/page-settings';

const SETTINGS: PageSettings = { sandbox: true, switchable: false, live: false, demo: true };
const SETTINGS_IN_PAGE = /(<script type="application\/json" id="page-settings">)[^<]*/;
const FIRST_SCRIPT = '<script src="before-functions.js"></script>';

/** A static host sends no headers of ours. The grid adds style elements, and draws from data: and blob: addresses. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page of the web workbook as the public demo: its sandbox is a script of the page, which runs first. */
export function toDemoPage(workbook: string): string {
  const page = workbook
    .replace('<meta charset="utf-8" />', `$&\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`)
    .replace(/<title>[^<]*/, '<title>Try Trace in your browser')
    .replace(SETTINGS_IN_PAGE, (_all, start: string) => start + JSON.stringify(SETTINGS))
    .replace(FIRST_SCRIPT, `<script src="demo.js"></script>\n    ${FIRST_SCRIPT}`);
  return nameService(sayWhoAnswers(page, SETTINGS), SANDBOX_SERVICE);
}

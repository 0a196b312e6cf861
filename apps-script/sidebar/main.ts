import { startPage, type Ask, type PageAnswer, type PageMessage } from '../../shared/sidebar/index';

/** https://developers.google.com/apps-script/guides/html/reference/run */
interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: () => void): ScriptRun;
  rpc(name: string, args: readonly unknown[]): void;
}

declare const google: { readonly script: { readonly run: ScriptRun } };

const KEY_NOTE =
  "The key is kept with your Google account, not in this spreadsheet. In a shared spreadsheet, formulas run on the owner's key and spend the owner's credits, whoever types them.";

/** Google runs the server side as the browser's first account, which may not have the add-on: https://issuetracker.google.com/69270374. */
const NO_ANSWER =
  'Google did not run this. If you are signed in to several Google accounts, open the spreadsheet where only one of them is; else try again.';

const ask: Ask = (message, ...args) =>
  new Promise((resolve) => {
    google.script.run
      .withSuccessHandler((answer) => resolve(answer as PageAnswer<never>))
      .withFailureHandler(() => resolve({ ok: false, sentence: NO_ANSWER }))
      .rpc(message, args);
  });

/** Retrying cells and a log of requests need more than one run of the script remembers. */
const OFFERS: readonly PageMessage[] = ['keyStatus', 'setKey', 'forgetKey', 'testKey'];

startPage(document.body, { ask, offers: new Set(OFFERS), keyNote: KEY_NOTE });

import type { Run } from '../run';

/** The argument of `showSidebar`. */
export interface HtmlOutput {
  getContent(): string;
  setContent(content: string): HtmlOutput;
  setTitle(title: string): HtmlOutput;
  getTitle(): string;
}

/** https://developers.google.com/apps-script/reference/html/html-service */
export function makeHtmlService(run: Run): object {
  return {
    createHtmlOutputFromFile(name: string): HtmlOutput {
      run.call('HtmlService.createHtmlOutputFromFile', null);
      let content = run.state.files[name];
      if (content === undefined) return run.fail(`No HTML file named ${name} was found.`);
      let shownTitle = '';
      const output: HtmlOutput = {
        getContent: () => content ?? '',
        setContent(next) {
          content = next;
          return output;
        },
        getTitle: () => shownTitle,
        setTitle(title) {
          shownTitle = title;
          return output;
        },
      };
      return output;
    },
  };
}

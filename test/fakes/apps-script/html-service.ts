import type { Run } from './run';

/** What `showSidebar` is given. */
export interface HtmlOutput {
  getContent(): string;
  setTitle(title: string): HtmlOutput;
  getTitle(): string;
}

/** https://developers.google.com/apps-script/reference/html/html-service */
export function makeHtmlService(run: Run): object {
  return {
    createHtmlOutputFromFile(name: string): HtmlOutput {
      run.call('HtmlService.createHtmlOutputFromFile', null);
      const content = run.state.files[name];
      if (content === undefined) return run.fail(`No HTML file named ${name} was found.`);
      let shownTitle = '';
      const output: HtmlOutput = {
        getContent: () => content,
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

import { sayWhoAnswers } from '../../../workbook/page/answered-by';

const HTML = '<p>A grid. <span id="answered-by"></span></p>';
const SANDBOX = { sandbox: true, switchable: true, live: false };

it.each([
  ['the sandbox of the server', SANDBOX, 'The sandbox answers: real companies with example facts;'],
  ['the sandbox of the demo', { ...SANDBOX, demo: true }, 'The sandbox in this page answers: real companies'],
  [
    'another service',
    { sandbox: false, switchable: false, live: false, answeredBy: 'https://api.tracedata.ai' },
    'https://api.tracedata.ai answers, with your own key.</span></p>',
  ],
])('the page names %s', (_what, settings, sentence) => {
  expect(sayWhoAnswers(HTML, settings)).toContain(`<p>A grid. <span id="answered-by">${sentence}`);
});

import { readFileSync } from 'node:fs';
import { toDemoPage } from '../../site/demo-page';

const page = toDemoPage(readFileSync('workbook/index.html', 'utf8'));

test('the sandbox is the first script, and the page knows of no other service', () => {
  const scripts = [...page.matchAll(/<script(?: type="module")? src="([^"]+)"/g)].map(([, src]) => src);
  expect(scripts).toEqual(['demo.js', 'before-functions.js', 'functions.js', 'main.js']);
  expect(page).toContain('{"sandbox":true,"switchable":false,"live":false,"demo":true}');
  expect(page).toContain('<meta name="trace-service" content="sandbox" />');
});

test('the page says who answers before any script has run', () => {
  expect(page).toContain('<span id="answered-by">The sandbox in this page answers: real companies with example facts;');
});

test('nothing may be loaded from, or sent to, another origin', () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test('addresses are relative, so that the site works in any folder', () => {
  expect([...page.matchAll(/(?:src|href)="\//g)]).toEqual([]);
});

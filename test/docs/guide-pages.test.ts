import { toGuide } from '../../docs/site/guides';

it('a guide is called by its first heading', () => {
  expect(toGuide('sharing', '<!-- generated -->\n\n# Share a file\n\nText.').title).toBe('Share a file');
});

it('HTML in a guide is left out', () => {
  expect(toGuide('x', 'One <b>two</b>\n\n<script>alert(1)</script>\n').html).toBe('<p>One two</p>\n');
});

it.each([
  ['functions.md', '../index.html'],
  ['functions.md#trace_tech', '../functions/TRACE_TECH.html'],
  ['sharing.md', 'sharing.html'],
  ['sharing.md#the-owner', 'sharing.html#the-owner'],
  ['#below', '#below'],
  ['https://docs.tracedata.ai/credits/', 'https://docs.tracedata.ai/credits/'],
])('a link to %s leads to %s', (given, href) => {
  expect(toGuide('x', `[there](${given})`).html).toBe(`<p><a href="${href}">there</a></p>\n`);
});

it.each(['../README.md', 'screenshots/panel-light.png', 'javascript:alert(1)'])(
  'a link to %s, which is not served, is its text',
  (given) => {
    expect(toGuide('x', `[there](${given}) and ![a picture](screenshots/panel-light.png)`).html).toBe(
      '<p>there and </p>\n',
    );
  },
);

it('headings can be linked to as on GitHub', () => {
  expect(toGuide('x', '## The owner, and others').html).toBe(
    '<h2 id="the-owner-and-others">The owner, and others</h2>\n',
  );
});

it('a table scrolls in a box that the keyboard reaches', () => {
  expect(toGuide('x', '| a |\n| --- |\n| 1 |\n').html).toMatch(
    /^<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table>/,
  );
});

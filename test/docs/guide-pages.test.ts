import { toGuide } from '../../docs/site/guides';

it('a guide is called by its first heading', () => {
  expect(toGuide('sharing', '<!-- generated -->\n\n# Share a file\n\nText.').title).toBe('Share a file');
});

it('a guide is described by its first paragraph, as text', () => {
  const { about } = toGuide('x', '# X\n\nSee _who_ pays for `=TRACE_TECH` in\n[this file](y.md), **today**.\n\nMore.');
  expect(about).toBe('See who pays for =TRACE_TECH in this file, today.');
});

it('guides and symptoms have another folder, and other files keep theirs', () => {
  expect(['spending', 'symptoms/loading', 'decisions/doors'].map((file) => toGuide(file, '# X').page)).toEqual([
    'guides/spending.html',
    'problems/loading.html',
    'decisions/doors.html',
  ]);
});

it('HTML in a guide is left out', () => {
  expect(toGuide('x', 'One <b>two</b>\n\n<script>alert(1)</script>\n').html).toBe('<p>One two</p>\n');
});

it.each([
  ['x', 'functions.md', '../functions.html'],
  ['x', 'functions.md#trace_tech', '../functions/TRACE_TECH.html'],
  ['x', 'functions.md#options', '../functions.html#options'],
  ['x', 'sharing.md', '../guides/sharing.html'],
  ['x', 'sharing.md#the-owner', '../guides/sharing.html#the-owner'],
  ['x', 'decisions/doors.md', '../decisions/doors.html'],
  ['decisions/doors', 'share.md', '../decisions/share.html'],
  ['decisions/doors', '../sharing.md#the-owner', '../guides/sharing.html#the-owner'],
  ['decisions/doors', '../functions.md', '../functions.html'],
  ['x', 'symptoms/loading.md', '../problems/loading.html'],
  ['symptoms/loading', 'busy.md', '../problems/busy.html'],
  ['symptoms/loading', '../sharing.md', '../guides/sharing.html'],
  ['symptoms/loading', '../problems/key.md#no-api-key-is-set', '../problems/noKey.html'],
  ['symptoms/loading', '../problems/', '../problems.html#all'],
  ['x', '#below', '#below'],
  ['x', 'https://docs.tracedata.ai/credits/', 'https://docs.tracedata.ai/credits/'],
])('in %s a link to %s leads to %s', (file, given, href) => {
  expect(toGuide(file, `[there](${given})`).html).toBe(`<p><a href="${href}">there</a></p>\n`);
});

it.each(['../README.md', '../../x.md', 'screenshots/panel-light.png', 'javascript:alert(1)'])(
  'a link to %s, which is not served, is its text',
  (given) => {
    expect(toGuide('x', `[there](${given})`).html).toBe('<p>there</p>\n');
  },
);

it('a link to a problem that is not there stops the build', () => {
  expect(() => toGuide('x', '[there](problems/key.md#no-such-problem)')).toThrow('problems/key.md#no-such-problem');
});

it('a picture is shown as it is in the dark, too', () => {
  expect(toGuide('x', '![A "sheet" & more](screenshots/panel-light.png)').html).toBe(
    '<p><picture><source srcset="../screenshots/panel-dark.png" media="(prefers-color-scheme: dark)">' +
      '<img src="../screenshots/panel-light.png" alt="A &quot;sheet&quot; &amp; more" loading="lazy"></picture></p>\n',
  );
});

it('a picture that was taken once is shown as it is', () => {
  expect(toGuide('x', '![Busy](screenshots/workbook-busy.png)').html).toBe(
    '<p><picture><img src="../screenshots/workbook-busy.png" alt="Busy" loading="lazy"></picture></p>\n',
  );
});

it.each(['https://elsewhere.example/x.png', 'panel-light.png', 'screenshots/nothing.png'])(
  'a picture at %s is left out',
  (address) => expect(toGuide('x', `![alt](${address})`).html).toBe('<p></p>\n'),
);

it('headings can be linked to as on GitHub', () => {
  expect(toGuide('x', '## The owner, and others').html).toBe(
    '<h2 id="the-owner-and-others">The owner, and others</h2>\n',
  );
  expect(toGuide('x', '## Which accounts use …').html).toBe('<h2 id="which-accounts-use-">Which accounts use …</h2>\n');
});

it('a table scrolls in a box that the keyboard reaches', () => {
  expect(toGuide('x', '| a |\n| --- |\n| 1 |\n').html).toMatch(
    /^<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table>/,
  );
});

it('a block of code is replaced where something else is given for it', () => {
  const blocks = (language: string, text: string) => (language === 'sheet' ? `<p>${text.length}</p>` : undefined);
  expect(toGuide('x', '```sheet\nA1  x\n```\n\n```\nA1\n```\n', blocks).html).toBe(
    '<p>5</p><pre><code>A1\n</code></pre>\n',
  );
});

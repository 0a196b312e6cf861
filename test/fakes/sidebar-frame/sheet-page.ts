/** Where Google would serve the spreadsheet and the page of an add-on: never from the same origin. */
export const SHEET_ORIGIN = 'https://docs.example';
export const SCRIPT_ORIGIN = 'https://script.example';

/** Google shows sidebars at this width: https://developers.google.com/apps-script/guides/dialogs. */
export const SIDEBAR_WIDTH = 300;

/** https://developers.google.com/apps-script/guides/html/restrictions */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/** A spreadsheet with room for a sidebar. `showSidebar` replaces the previous one. */
export const SHEET_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Spreadsheet</title>
    <link rel="icon" href="data:,">
    <style>
      html, body { height: 100%; margin: 0; font: 14px sans-serif; }
      body { display: flex; }
      main { flex: 1; }
      aside { display: flex; flex-direction: column; width: ${SIDEBAR_WIDTH}px; }
      header { display: flex; justify-content: space-between; padding: 8px 12px; }
      iframe { flex: 1; width: 100%; border: 0; }
    </style>
  </head>
  <body>
    <main><h1>Spreadsheet</h1></main>
    <script>
      window.showSidebar = (title, source) => {
        document.querySelector('aside')?.remove();
        const aside = document.createElement('aside');
        aside.innerHTML = '<header><b></b><button type="button">Close</button></header><iframe></iframe>';
        aside.querySelector('b').textContent = title;
        aside.querySelector('button').onclick = () => aside.remove();
        const frame = aside.querySelector('iframe');
        frame.setAttribute('sandbox', ${JSON.stringify(SANDBOX)});
        frame.title = title;
        frame.src = source;
        document.body.append(aside);
      };
    </script>
  </body>
</html>`;

/** The one thing that our page uses of React, which the grid brings along without its types. */
declare module 'react' {
  export function createElement(tag: string, attributes: Readonly<Record<string, string>>): unknown;
}

/** The color behind the titles of tables on sheets that the panel adds. */
export const TITLE_FILL = '#ecedfb';

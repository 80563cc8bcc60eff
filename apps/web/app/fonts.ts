import localFont from 'next/font/local';

/** Latin letters of the serif, asked for with the page: a headline set anew moves all that stands below it. */
export const serif = localFont({
  src: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  variable: '--font-serif-latin',
  weight: '200 900',
  display: 'swap',
  adjustFontFallback: false,
});

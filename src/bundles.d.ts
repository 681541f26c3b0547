/** Packages in one file, as they publish themselves for browsers: loaded in a fifth of the time of their many modules. */
declare module 'util-helpers/dist/util-helpers.js' {
  const bundle: typeof import('util-helpers');
  export default bundle;
}

declare module 'handlebars/dist/handlebars.js' {
  const bundle: typeof import('handlebars');
  export default bundle;
}

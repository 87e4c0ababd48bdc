// `citelet/define`. The name of the file is the export's, because some bundlers do not read `exports`.

export * from './cite-let.js';

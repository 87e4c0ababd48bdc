export * from './cite-let.js';

export * from './cite-let-element.js';

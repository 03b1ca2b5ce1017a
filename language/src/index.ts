export * from './sup-module.js';

/** Thrown when no plan can be made of the sources. The message is written for the user. */
export class ImportError extends Error {}

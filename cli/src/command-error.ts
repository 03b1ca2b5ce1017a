/** Thrown when a command cannot do its work. The message is written for the user. */
export class CommandError extends Error {}

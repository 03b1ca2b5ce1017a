/** Why the command cannot do what it was asked, in words for whoever asked. */
export class CannotRun extends Error {}

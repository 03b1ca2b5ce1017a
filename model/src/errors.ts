/** The message of a thrown value. JavaScript can throw anything, not only errors. */
export function errorMessage(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

/** The message of a thrown value with its stack trace, for a log. */
export function errorStack(error: unknown): string {
    return error instanceof Error ? error.stack ?? error.message : String(error);
}

/** What went wrong, in the words of whoever threw it. */
export function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

/** The same with the way through the code, for the log. */
export function traceOf(error: unknown): string {
    return error instanceof Error ? error.stack ?? error.message : String(error);
}

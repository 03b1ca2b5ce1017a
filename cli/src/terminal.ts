/** The outside of the process, as far as a command needs it. */
export interface Terminal {
    readonly stdout: NodeJS.WriteStream;
    readonly stderr: NodeJS.WriteStream;
    readonly env: NodeJS.ProcessEnv;
    /** Writes one line to stderr. */
    complain(message: string): void;
}

/** Whether to colour what goes to a stream: people ask for it with FORCE_COLOR and against it with NO_COLOR. */
export function usesColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
    const forced = env['FORCE_COLOR'];
    if (forced !== undefined) {
        return forced !== '0' && forced !== 'false';
    }
    return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** A check that takes longer than this says what it is doing. */
const patience = 1000;
const interval = 100;

/** One line on a terminal that says how far a long check is. Silent at first, and where nobody watches. */
export class Progress {
    private shown = -Infinity;

    constructor(
        private readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
        private readonly now: () => number = () => performance.now(),
        private readonly start = now()
    ) {}

    say(what: string): void {
        const now = this.now();
        if (this.stream.isTTY && now - this.start > patience && now - this.shown > interval) {
            this.shown = now;
            this.stream.write(`\r\x1b[K${what}`);
        }
    }

    /** Takes the line away before anything else is written. */
    end(): void {
        if (this.shown > -Infinity) {
            this.shown = -Infinity;
            this.stream.write('\r\x1b[K');
        }
    }
}

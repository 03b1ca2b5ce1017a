/** Calls back once, with a description, when something awaited does not arrive before the deadline. */
export class Watchdog {
    private readonly waits = new Map<number | string, { readonly since: number; readonly what: string }>();
    private readonly timer: NodeJS.Timeout;

    constructor(private readonly deadline: number, private readonly onOverdue: (what: string) => void) {
        this.timer = setInterval(() => this.check(), deadline / 20);
        this.timer.unref();
    }

    awaits(id: number | string, what: string): void {
        this.waits.set(id, { since: performance.now(), what });
    }

    arrived(id: number | string): void {
        this.waits.delete(id);
    }

    stop(): void {
        clearInterval(this.timer);
    }

    private check(): void {
        // A map keeps the order of insertion, so the first entry is the oldest.
        const [oldest] = this.waits.values();
        if (oldest && performance.now() - oldest.since > this.deadline) {
            this.stop();
            this.onOverdue(`${this.deadline} ms went by without ${oldest.what}`);
        }
    }
}

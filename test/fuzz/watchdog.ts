/** Watches that everything awaited comes in time. It bites once, and says what has been awaited for too long. */
export class Watchdog {
    private readonly waits = new Map<number | string, { readonly since: number; readonly what: string }>();
    private readonly timer: NodeJS.Timeout;

    constructor(private readonly deadline: number, private readonly bite: (what: string) => void) {
        this.timer = setInterval(() => this.look(), deadline / 20);
        this.timer.unref();
    }

    awaits(id: number | string, what: string): void {
        this.waits.set(id, { since: performance.now(), what });
    }

    came(id: number | string): void {
        this.waits.delete(id);
    }

    stop(): void {
        clearInterval(this.timer);
    }

    private look(): void {
        // What was awaited first stands first.
        const [oldest] = this.waits.values();
        if (oldest && performance.now() - oldest.since > this.deadline) {
            this.stop();
            this.bite(`${this.deadline} ms went by without ${oldest.what}`);
        }
    }
}

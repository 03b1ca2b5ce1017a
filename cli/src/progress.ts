import { withoutLogCommands } from '@sup/model';
import { visible } from './visible.js';

/** Milliseconds after which a command starts to show its progress. */
const delay = 1000;
const interval = 100;

/** Shows the progress of a long command on one line of a terminal. Shows nothing at first, nor on a stream that is not a terminal. */
export class Progress {
    private lastShown = -Infinity;

    constructor(
        private readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
        private readonly now: () => number = () => performance.now(),
        private readonly start = now()
    ) {}

    show(text: string): void {
        const now = this.now();
        if (this.stream.isTTY && now - this.start > delay && now - this.lastShown > interval) {
            this.lastShown = now;
            this.stream.write(`\r\x1b[K${withoutLogCommands(visible(text))}`);
        }
    }

    /** Erases the line, so that other output can be written. */
    end(): void {
        if (this.lastShown > -Infinity) {
            this.lastShown = -Infinity;
            this.stream.write('\r\x1b[K');
        }
    }
}

/** `40%` for 0.4. */
export function percentage(share: number): string {
    return `${Math.floor(share * 100)}%`;
}

/** A margin for imprecise timers, in milliseconds. */
const slack = 1_000;

/** Calls `act` after every local midnight, because accepted risks expire by date. Does not keep the process alive. */
export function everyMidnight(act: () => void): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    setTimeout(() => {
        act();
        everyMidnight(act);
    }, midnight.getTime() - now.getTime() + slack).unref();
}

/** So long a computer may take to notice that it is another day, in milliseconds. */
const slack = 1_000;

/** Does something when a day has ended where the server runs, every day: risks are accepted until a day. Keeps no process alive. */
export function everyMidnight(act: () => void): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    setTimeout(() => {
        act();
        everyMidnight(act);
    }, midnight.getTime() - now.getTime() + slack).unref();
}

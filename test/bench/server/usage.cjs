// Loaded into a server before its own code: answers over the process's own channel, beside the protocol, how much the server has worked.
const { setTimeout } = globalThis;
/** Counts the questions. */
let asked = 0;
/** Milliseconds of the timers that were both set and fired since the last question: time that the server let pass on purpose. */
let delayed = 0;

globalThis.setTimeout = Object.assign((callback, delay, ...args) => {
    const setAt = asked;
    return setTimeout((...each) => {
        delayed += setAt === asked ? delay ?? 0 : 0;
        callback(...each);
    }, delay, ...args);
}, setTimeout);

process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ processor: (user + system) / 1000, delayed });
    asked++;
    delayed = 0;
});
process.channel.unref();

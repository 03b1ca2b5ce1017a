// Loaded into a server before its own code: reports the processor time and the highest memory, in megabytes, of the server over the Node.js channel, outside of the protocol.
const { setTimeout } = globalThis;
/** The number of reports so far. */
let asked = 0;
/** Milliseconds of the timers that were both set and fired since the last report: time that the server waited on purpose. */
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
    process.send({ processor: (user + system) / 1000, delayed, memory: process.resourceUsage().maxRSS / 1024 });
    asked++;
    delayed = 0;
});
process.channel.unref();

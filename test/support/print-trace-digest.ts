// Runs in a separate process, to test that the digest does not depend on the time zone and locale.
import { traceDigest } from './trace-digest.js';

console.log(JSON.stringify({ digest: traceDigest(), month: new Date(0).toLocaleString(undefined, { month: 'long', timeZoneName: 'short' }) }));

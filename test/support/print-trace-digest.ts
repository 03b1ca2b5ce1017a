// Run in a process of its own: what it prints must not depend on where on earth that is.
import { traceDigest } from './trace-digest.js';

console.log(JSON.stringify({ digest: traceDigest(), month: new Date(0).toLocaleString(undefined, { month: 'long', timeZoneName: 'short' }) }));

// Room: playback. Owns recordings of runs: what a recording holds, the state at any moment of it, and the difference between two runs.
// Called by: protocol (types), server (records), webview (reads). Absent: drawing, text of plans, running simulations.

// Callers that show a run also need its times as text.
export { durationText, momentText } from '@sup/simulation';
export { differenceOf } from './difference/difference.js';
export { at, stepAt } from './read/at.js';
export { clientsAt, type ClientTally, groupsOf } from './read/clients-at.js';
export { conditionsAt } from './read/conditions-at.js';
export { behindBySite } from './read/held-back.js';
export { laneOf, type LaneKind, type LaneSegment } from './read/lane.js';
export { outagesAt } from './read/outages-at.js';
export { type SiteMoment, siteMoment } from './read/site-moment.js';
export { stopAfter, stopBefore, stopsOf } from './read/stops.js';
export { Recorder, type RecorderOptions } from './record/recorder.js';
export type * from './recording.js';

import { obstacleText, type PointState, type SiteState, type TraceEntry } from '@sup/simulation';
import type { Activity, LinkActivity, SiteRecording, WorkingComponent } from '../recording.js';
import { StepsBuilder } from './steps-builder.js';

/** Records the changes of one site. */
export class SiteRecorder {
    private readonly activity = new StepsBuilder<Activity>('idle');
    private readonly failure = new StepsBuilder<string | undefined>(undefined);
    private readonly version = new StepsBuilder(0);
    private readonly revision = new StepsBuilder(0);
    private readonly console = new StepsBuilder(0);
    private readonly drift = new StepsBuilder<readonly string[]>([], (a, b) => a.join() === b.join());
    private readonly link = new StepsBuilder<LinkActivity>('idle');
    private readonly work: { at: number; component: WorkingComponent }[] = [];
    private readonly successes: number[] = [];
    /** Whether the parent has sent a notification that has not arrived yet. */
    private isSent = false;
    private isWaiting = false;
    private reason: string | undefined;

    constructor(private readonly state: SiteState) {}

    /** Observes the trace entries of the site. */
    observe({ details, component, time }: TraceEntry): void {
        switch (details.kind) {
            case 'sync-failed':
            case 'sync-lost': this.reason = obstacleText(details.obstacle); break;
            case 'sync-done':
                this.reason = undefined;
                this.successes.push(time);
                break;
            case 'notification-arrived': this.isSent = false; break;
            default:
        }
        if (component === 'SMS_WSUS_CONFIGURATION_MANAGER' || component === 'SMS_WSUS_CONTROL_MANAGER') {
            this.work.push({ at: time, component });
        }
    }

    /** Records that the parent has sent a notification; `waits` is true if the link is closed. */
    notificationSent(waits: boolean): void {
        this.isSent = true;
        this.isWaiting = waits;
    }

    /** Records the state at the end of a minute. */
    sample(time: number): void {
        const { state } = this;
        const { run } = state;
        this.activity.set(time, run ? run.phase : state.pending ? 'queued' : this.reason === undefined ? 'idle' : 'failed');
        this.failure.set(time, this.reason);
        this.version.set(time, state.active?.contentVersion ?? 0);
        this.revision.set(time, state.active?.catalog.revision ?? 0);
        this.console.set(time, state.consoleVersion);
        this.drift.set(time, [state.active, state.internet].flatMap(point => point ? driftOf(point) : []));
        this.link.set(time, run?.phase === 'wsus' && !state.isRoot ? 'pulling' : !this.isSent ? 'idle' : this.isWaiting || !state.link.isUp ? 'waiting' : 'sending');
    }

    recording(id: string, top: number | undefined, source: number | undefined): SiteRecording {
        return {
            id, top, source, code: this.state.site.code, synchronizes: this.state.active !== undefined, activity: this.activity.steps(), failure: this.failure.steps(), version: this.version.steps(), revision: this.revision.steps(), console: this.console.steps(),
            drift: this.drift.steps(), link: this.link.steps(), work: this.work, successes: this.successes
        };
    }
}

/** Returns the WSUS settings that differ from those of Configuration Manager, or from the web site settings in the plan. */
function driftOf({ deviations, servers }: PointState): readonly string[] {
    const arePortsChanged = servers.some(({ ports, wsus }) => ports?.http !== wsus?.ports?.http || ports?.https !== wsus?.ports?.https);
    return [...Object.keys(deviations), ...arePortsChanged ? ['ports'] : [], ...servers.some(({ ssl, wsus }) => ssl !== wsus?.ssl) ? ['ssl'] : []];
}

import type { ClientGroupState } from '@sup/simulation';
import type { ClientRecording, ClientState } from '../recording.js';
import { StepsBuilder } from './steps-builder.js';

/** Records one client group. */
export class ClientRecorder {
    private readonly states: StepsBuilder<ClientState>;
    private readonly failing = new StepsBuilder(0);
    private readonly server = new StepsBuilder<string | undefined>(undefined);

    constructor(private readonly state: ClientGroupState) {
        this.states = new StepsBuilder(this.stateNow);
    }

    sample(time: number): void {
        this.states.set(time, this.stateNow);
        this.failing.set(time, this.failedNow);
        this.server.set(time, this.state.server?.point.host.name);
    }

    /** Records the number of clients that cannot scan, and returns it. The trace has no entry for each of them. */
    count(time: number): number {
        const { failedNow } = this;
        this.failing.set(time, failedNow);
        return failedNow;
    }

    recording(site: string): ClientRecording {
        const { name, count, on } = this.state;
        return { site, name, count, isOnInternet: on === 'internet', state: this.states.steps(), failing: this.failing.steps(), server: this.server.steps() };
    }

    private get failedNow(): number {
        return this.state.cohorts.reduce((sum, { failed }) => sum + failed, 0);
    }

    private get stateNow(): ClientState {
        const { cohorts, scannedVersion, assigned } = this.state;
        if (cohorts.some(({ version }) => version === 0)) {
            return 'never';
        }
        return scannedVersion < (assigned.root?.active?.contentVersion ?? 0) ? 'stale' : 'current';
    }
}

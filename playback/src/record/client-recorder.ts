import type { ClientGroupState } from '@sup/simulation';
import type { ClientRecording, ClientState } from '../recording.js';
import { StepsBuilder } from './steps-builder.js';

/** Records one client group. */
export class ClientRecorder {
    private readonly states = new StepsBuilder<ClientState>('never');
    private readonly server = new StepsBuilder<string | undefined>(undefined);

    constructor(private readonly state: ClientGroupState) {}

    sample(time: number): void {
        this.states.set(time, this.stateNow);
        this.server.set(time, this.state.server?.point.host.name);
    }

    recording(site: string): ClientRecording {
        const { name, count, on } = this.state;
        return { site, name, count, isOnInternet: on === 'internet', state: this.states.steps(), server: this.server.steps() };
    }

    private get stateNow(): ClientState {
        const { result, scannedVersion, assigned } = this.state;
        if (result === undefined) {
            return 'never';
        }
        return result !== 'succeeded' ? 'failing' : scannedVersion < (assigned.root?.active?.contentVersion ?? 0) ? 'stale' : 'current';
    }
}

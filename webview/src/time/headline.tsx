import { counted, listOf, number } from '@sup/model';
import { ConditionSign, pictureClass, type Scene } from '@sup/picture';
import type { VNode } from 'preact';
import { SimulationStatus } from '../shell/simulation-status.js';
import { Source } from '../shell/source.js';
import type { Preview } from '../state/preview.js';
import { type Verdict, verdictOf } from './verdict.js';

/** The result of the whole run: what happens to clients, and why. The largest text of the page; it does not change with the time. */
export function Headline({ preview }: { readonly preview: Preview }): VNode {
    const { playing, drawing } = preview;
    const run = playing.run.value;
    const verdict = run && verdictOf(run, part => titleOf(preview, part));
    const isBroken = run?.recording.marks.some(({ kind }) => kind === 'broken') === true;
    const condition = isBroken ? 'fail' : verdict?.condition ?? 'ok';
    return <header class={`headline headline-${drawing.sites.value.size === 0 ? 'ok' : condition}`} aria-label="Result of the run">
        {verdict && <svg class={`${pictureClass} headline-sign`} viewBox="-8 -8 16 16" aria-hidden="true"><ConditionSign condition={condition} x={0} y={0} size={14} /></svg>}
        {verdict && <div class="headline-text">
            <h1><Expectations preview={preview} /><Consequence verdict={verdict} isBroken={isBroken} /></h1>
            <p>{verdict.cause !== '' && <><strong>Because</strong> {verdict.cause} </>}{verdict.details.join(' ')}</p>
            <PlanErrors scene={preview.scene.value} />
            {run.recording.isExhausted && <p class="bad-text">This run has too many events. The simulation stopped at the end of the timeline.</p>}
        </div>}
        <SimulationStatus label="Simulating" task={playing.task} />
        <Source preview={preview} />
    </header>;
}

function Consequence({ verdict: { condition, consequence, extent }, isBroken }: { readonly verdict: Verdict; readonly isBroken: boolean }): VNode {
    return <span role="status"><span class={isBroken ? undefined : `text-${condition}`}>{consequence}</span>{extent}</span>;
}

/** The errors of the plan, which is simulated with them: a run shows their effect. */
function PlanErrors({ scene }: { readonly scene: Scene | undefined }): VNode | null {
    const sites = (scene?.sites ?? []).filter(({ problems }) => problems.some(({ severity }) => severity === 'error'));
    const count = [scene, ...sites].flatMap(each => each?.problems ?? []).filter(({ severity }) => severity === 'error').length;
    const where = sites.length > 0 ? ` at ${listOf(sites.map(({ code }) => code))}` : '';
    return count === 0 ? null : <p class="bad-text">The plan has {counted(count, 'error')}{where}, and the run shows {count === 1 ? 'its' : 'their'} effect.</p>;
}

/** The verdict on the expectations of the scenario. A broken one comes first, and leads to its time. */
function Expectations({ preview: { playing: { recording, time } } }: { readonly preview: Preview }): VNode | null {
    const expected = recording.value?.marks.filter(({ kind }) => kind === 'held' || kind === 'broken' || kind === 'untested') ?? [];
    const broken = expected.filter(({ kind }) => kind === 'broken');
    if (expected.length === 0) {
        return null;
    }
    return broken.length === 0
        ? <span class="expectations text-ok">✓ {number(expected.length)} of {number(expected.length)} expectations held or were not tested</span>
        : <button type="button" class="expectations text-fail" onClick={() => (time.value = broken[0]!.at)}>✕ {number(broken.length)} of {number(expected.length)} expectations broken</button>;
}

function titleOf({ drawing, scene }: Preview, part: string): string | undefined {
    const site = drawing.sites.value.get(part) ?? scene.value?.sites.find(({ servers }) => servers.some(({ id }) => id === part));
    return site?.title ?? site?.code;
}

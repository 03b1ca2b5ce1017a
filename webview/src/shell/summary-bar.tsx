import { counted, pictureClass, type ProblemSeverity, type Scene, severities, SeveritySign, totalClientsText } from '@sup/picture';
import type { VNode } from 'preact';
import { kindsText } from '../details/kinds-text.js';
import { hierarchyPart, type Preview } from '../state/preview.js';
import { Source } from './source.js';

/** The name of the hierarchy, its figures and its problems. */
export function SummaryBar({ preview }: { readonly preview: Preview }): VNode | null {
    const scene = preview.scene.value;
    if (!scene || scene.sites.length === 0) {
        return null;
    }
    const counts = problemCounts(scene);
    const problems = counts.map(({ severity, count }) => counted(count, severity)).join(', ');
    return <header class="summary">
        <h1>{scene.title ?? 'Hierarchy'}</h1>
        <Source preview={preview} />
        <Figures scene={scene} />
        <button type="button" class="problem-summary" aria-label={problems === '' ? 'No problems: show the facts about the hierarchy' : `${problems}: show the facts about the hierarchy`} onClick={() => show(preview, counts.length > 0)}>
            {counts.length === 0 ? <span class="fine">✓ no problems</span> : counts.map(({ severity, count }) => <span key={severity} class="problem-count">
                <svg class={pictureClass} width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true"><SeveritySign severity={severity} x={0} y={0} /></svg>{counted(count, severity)}
            </span>)}
        </button>
    </header>;
}

/** Shows the facts about the hierarchy, and its problems in the picture. */
function show(preview: Preview, hasProblems: boolean): void {
    if (hasProblems) {
        preview.layers.choose('problems');
    }
    preview.select(hierarchyPart);
}

function Figures({ scene: { sites } }: { readonly scene: Scene }): VNode {
    return <p>
        <span>{counted(sites.length, 'site')}<span class="kinds">: {kindsText(sites)}</span></span>
        <span>{totalClientsText(sites)}</span>
        <span>{counted(sites.reduce((sum, { servers }) => sum + servers.length, 0), 'server')}</span>
    </p>;
}

function problemCounts({ sites, problems }: Scene): readonly { readonly severity: ProblemSeverity; readonly count: number }[] {
    const all = [...problems, ...sites.flatMap(site => site.problems)];
    return severities.map(severity => ({ severity, count: all.filter(problem => problem.severity === severity).length })).filter(({ count }) => count > 0);
}

import { counted, number } from '@sup/model';
import { severities } from '../scene/problems.js';
import type { Scene, SceneSite } from '../scene/scene.js';
import type { Layer } from './layer.js';
import { sumByBranch } from '../scene/sum-by-branch.js';

/** The most severe problem of each site, and the number of its problems. */
export function problemLayer(scene: Scene): Layer {
    const sums = sumByBranch(scene, ({ problems }) => problems.length);
    const found = new Set(scene.sites.flatMap(({ problems }) => problems.slice(0, 1).map(({ severity }) => severity)));
    return {
        name: 'problems',
        caption: 'Problems',
        figures: new Map(scene.sites.map(site => [site.id, {
            value: site.problems.length === 0 ? '' : number(site.problems.length),
            sign: site.problems[0]?.severity,
            note: countsText(site),
            branch: sums.get(site.id) === 0 ? 'no problems' : `${counted(sums.get(site.id)!, 'problem')} in all`,
            sentence: countsText(site)
        }])),
        legend: severities.filter(severity => found.has(severity)).map(sign => ({ sign, text: sign === 'information' || sign === 'hint' ? `at most ${sign}` : `${sign}s` }))
    };
}

/** `1 error, 2 warnings`. */
function countsText({ problems }: SceneSite): string {
    const counts = severities.map(severity => ({ severity, count: problems.filter(problem => problem.severity === severity).length }));
    return counts.filter(({ count }) => count > 0).map(({ severity, count }) => severity === 'information' ? `${number(count)} information` : counted(count, severity)).join(', ');
}

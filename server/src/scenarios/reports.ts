import type { Hierarchy, Site } from '@sup/model';
import { advise, adviceText, assumptionsText, type Blow, sweep, type RunOptions, targetText } from '@sup/simulation';
import type { Work } from './in-portions.js';

/** How many single points of failure a report names. */
const named = 50;

/** What happens when each server and link fails in turn, in Markdown; worst first. */
export function* sweepReport(hierarchy: Hierarchy, options: RunOptions): Work<string> {
    const work = sweep(hierarchy, options);
    let step = work.next();
    for (; !step.done; step = work.next()) {
        yield step.value.done / step.value.of;
    }
    return blowsText(hierarchy.name, step.value);
}

function blowsText(hierarchy: string | undefined, blows: readonly Blow[]): string {
    const hurting = blows.filter(({ clients }) => clients > 0);
    const rows = hurting.slice(0, named).map(({ target, clients, failedHours, staleHours, moved }, i) =>
        `| ${i + 1} | ${targetText(target)} | ${clients} | ${Math.round(failedHours)} | ${Math.round(staleHours)} | ${movedText(moved)} |`);
    return [
        `# Single points of failure${hierarchy === undefined ? '' : ` of ${hierarchy}`}`, '',
        'Each server, each link and Microsoft Update was stopped in turn, so long that every client scans meanwhile and catalogs could get too old, and compared with the undisturbed run.', '',
        ...hurting.length === 0 ? ['Nothing that can fail alone keeps clients from scanning, or lets their catalog go stale.'] : [
            '| | What fails | Clients hit | Client-hours without a scan | Client-hours with a stale catalog | Load that moves |',
            '| ---: | --- | ---: | ---: | ---: | --- |', ...rows],
        ...hurting.length > named ? ['', `… and ${hurting.length - named} more.`] : [], '',
        `${blows.length - hurting.length} of ${blows.length} things can fail without any client being worse off.`, ''
    ].join('\n');
}

function movedText(moved: Blow['moved']): string {
    return moved.slice(0, 3).map(({ server, clients, before }) => `${server}: ${before} → ${clients}`).join('; ');
}

/** Whether a site needs its own software update point, in Markdown; undefined where that is no question. */
export function adviceReport(hierarchy: Hierarchy, site: Site, { assumptions }: RunOptions): string | undefined {
    const advice = advise(hierarchy, site, assumptions);
    if (!advice) {
        return undefined;
    }
    const [recommendation, ...details] = adviceText(advice);
    return [`# Does ${advice.site.code} need its own software update point?`, '', `**${recommendation}**`, '', ...[...details, ...assumptionsText(advice)].map(line => `- ${line}`), ''].join('\n');
}

import { escaped, joined, markdown, type Markdown, trusted } from '@sup/language';
import type { Hierarchy, Site } from '@sup/model';
import { advise, adviceText, assumptionsText, type OutageImpact, type RunOptions, EventBudgetError, sweep, targetText, mapProgress } from '@sup/simulation';
import type { Work } from './in-chunks.js';

/** How many single points of failure a report names. */
const named = 50;

/** What happens when each server and link fails in turn, in Markdown; worst first. */
export function* sweepReport(hierarchy: Hierarchy, options: RunOptions): Work<string> {
    try {
        const impacts = yield* mapProgress(sweep(hierarchy, options), ({ done, of }) => done / of);
        return paragraphs(titleOf(hierarchy), ...impactParagraphs(impacts));
    } catch (error) {
        if (error instanceof EventBudgetError) {
            return paragraphs(titleOf(hierarchy), escaped(error.message));
        }
        throw error;
    }
}

function titleOf({ name }: Hierarchy): Markdown {
    return name === undefined ? trusted('# Single points of failure') : markdown`# Single points of failure of ${escaped(name)}`;
}

function impactParagraphs(impacts: readonly OutageImpact[]): readonly Markdown[] {
    const hurting = impacts.filter(({ clients }) => clients > 0);
    const rest = hurting.length - named;
    return [
        trusted('Each server, each link and Microsoft Update was stopped in turn, so long that every client scans meanwhile and catalogs could get too old, and compared with the undisturbed run.'),
        hurting.length === 0 ? trusted('Nothing that can fail alone keeps clients from scanning, or lets their catalog go stale.') : impactTable(hurting.slice(0, named)),
        ...rest > 0 ? [trusted(`… and ${rest} more.`)] : [],
        trusted(`${impacts.length - hurting.length} of ${impacts.length} things can fail without any client being worse off.`)
    ];
}

function impactTable(impacts: readonly OutageImpact[]): Markdown {
    const rows = impacts.map(({ target, clients, failedHours, staleHours, moved }, i) => joined([
        trusted(`| ${i + 1}`), escaped(targetText(target)), trusted(`${clients} | ${Math.round(failedHours)} | ${Math.round(staleHours)}`), movedText(moved), trusted('')
    ], ' | '));
    return joined([
        trusted('| | What fails | Clients hit | Client-hours without a scan | Client-hours with a stale catalog | Load that moves |'),
        trusted('| ---: | --- | ---: | ---: | ---: | --- |'), ...rows
    ], '\n');
}

function movedText(moved: OutageImpact['moved']): Markdown {
    return joined(moved.slice(0, 3).map(({ server, clients, before }) => markdown`${escaped(server)}: ${trusted(`${before} → ${clients}`)}`), '; ');
}

/** Whether a site needs its own software update point, in Markdown; undefined where that is no question. */
export function adviceReport(hierarchy: Hierarchy, site: Site, { assumptions }: RunOptions): string | undefined {
    const advice = advise(hierarchy, site, assumptions);
    if (!advice) {
        return undefined;
    }
    const [recommendation = '', ...details] = adviceText(advice).map(escaped);
    const figures = [...details, ...assumptionsText(advice).map(escaped)].map(line => markdown`- ${line}`);
    return paragraphs(markdown`# Does ${escaped(advice.site.code)} need its own software update point?`, markdown`**${recommendation as Markdown}**`, joined(figures, '\n'));
}

function paragraphs(...parts: readonly Markdown[]): string {
    return `${joined(parts, '\n\n')}\n`;
}

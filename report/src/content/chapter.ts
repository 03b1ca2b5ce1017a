import { assume, assumptionNames, assumptions } from '@sup/model';
import { counted, number, type SceneSite, serverMarks, supplyText } from '@sup/picture';
import { durationText, megabytesText, momentText, propagationText, type SimulationResult } from '@sup/simulation';
import { placeText } from '../places.js';
import { type Block, type Chapter, figure, type Section, table, text } from './document.js';
import { headlines } from './headlines.js';
import type { PlanReport } from '../plan-report.js';
import { scenarioBlocks } from './scenario-blocks.js';

/** Findings that are written out; a plan that has more has another problem. */
const mostFindings = 500;

/** The chapter of a hierarchy, in the order in which a reviewer asks. */
export function chapterOf(report: PlanReport): Chapter {
    const { label, scene, layout, plain } = report;
    const sections: readonly Section[] = [
        { title: '', blocks: [{ kind: 'facts', facts: headlines(report) }] },
        { title: 'Picture', blocks: scene.sites.length === 0 ? [] : [{ kind: 'picture', scene, layout }] },
        { title: 'Findings', blocks: findingBlocks(report) },
        { title: 'Accepted risks', blocks: riskBlocks(report) },
        { title: 'Sites', blocks: scene.sites.length === 0 ? [] : [siteTable(report)] },
        { title: 'Servers and their roles', blocks: scene.sites.some(({ servers }) => servers.length > 0) ? [serverTable(report)] : [] },
        { title: 'Scenarios', blocks: report.scenarios.flatMap(scenarioBlocks) },
        ...plain ? [{ title: `The plan as it is, simulated for ${durationText(plain.duration)}`, blocks: plainBlocks(plain) }] : [],
        { title: 'Assumptions', blocks: plain || report.scenarios.length > 0 ? [assumptionTable(report)] : [] }
    ];
    return { title: label, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

function findingBlocks({ findings }: PlanReport): readonly Block[] {
    const shown = findings.slice(0, mostFindings).map((finding): Block => ({
        kind: 'finding', severity: finding.severity, rule: finding.rule, place: placeText(finding), ...finding.message
    }));
    const left = findings.length - shown.length;
    const note = findings.length === 0 ? 'The rules find nothing.' : left > 0 ? `There are ${counted(left, 'more finding')}, which \`sup check\` lists.` : undefined;
    return note === undefined ? shown : [...shown, { kind: 'text', text: note }];
}

function riskBlocks({ risks }: PlanReport): readonly Block[] {
    return risks.length === 0 ? [] : [table(
        [text('Rule'), text('Reason'), text('Until'), figure('Findings'), text('Place')],
        risks.map(risk => [risk.rule, risk.reason, risk.until ?? '', risk.count, placeText(risk)])
    )];
}

function siteTable({ scene }: PlanReport): Block {
    const codes = new Map(scene.sites.map(({ id, code }) => [id, code]));
    const below = ({ parent, apart }: SceneSite): string => apart ?? (parent === undefined ? '' : codes.get(parent)!);
    return table(
        [text('Site'), text('Name'), text('Kind'), text('Below'), text('Mode'), text('Release'), figure('Clients'), figure('On the Internet'), text('Link'), text('Updates')],
        scene.sites.map(site => [
            site.code, site.title ?? '', site.kind ?? '', below(site), site.mode ?? '', site.release ?? '', number(site.clients.intranet), number(site.clients.internet),
            [site.link?.speed, site.link?.window].filter(Boolean).join(', '), supplyText(site.supply)
        ])
    );
}

function serverTable({ scene }: PlanReport): Block {
    return table(
        [text('Server'), text('Site'), text('Roles'), text('WSUS'), text('Updates')],
        scene.sites.flatMap(({ code, servers }) => servers.map(({ name, marks, wsus, note }) =>
            [name, code, marks.map(mark => serverMarks[mark].meaning).join(', '), (wsus ?? '').replace(/^WSUS /, ''), note ?? '']))
    );
}

function plainBlocks({ summary, propagation, isExhausted }: SimulationResult): readonly Block[] {
    const [headline, ...parts] = propagationText(propagation);
    return [
        ...isExhausted ? [{ kind: 'text', text: 'The run was given up, because too much happened in it; what follows ends there.' } as const] : [],
        { kind: 'text', text: headline! },
        ...parts.length > 0 ? [{ kind: 'list', items: parts } as const] : [],
        table(
            [text('Site'), figure('Synchronized'), figure('Failed'), figure('Last success'), figure('Metadata over the link'), figure('Scans over the link')],
            summary.sites.map(({ site, synchronizations, failures, lastSuccess, link }) => [
                site.code, synchronizations, failures, lastSuccess === undefined ? 'never' : momentText(lastSuccess), megabytesText(link.metadataMegabytes), megabytesText(link.scanMegabytes)
            ])
        ),
        ...summary.points.length > 0 ? [table(
            [text('Software update point'), text('Site'), figure('Clients'), figure('Scans')],
            summary.points.map(({ point, clients, scans }) => [point.host.name, point.host.site.code, number(clients), number(scans)])
        )] : []
    ];
}

function assumptionTable({ runOptions }: PlanReport): Block {
    const assumed = assume(runOptions.assumptions ?? {});
    const values = { minutes: durationText, megabytes: megabytesText, number: String };
    return table(
        [text('Assumption'), figure('Value'), text('Meaning'), text('Source')],
        assumptionNames.map(name => {
            const { key, unit, meaning, source } = assumptions[name];
            const isChanged = assumed[name] !== assumptions[name].default;
            return [key, values[unit](assumed[name]), meaning, isChanged ? 'sup.config.json' : source ?? 'a guess'];
        })
    );
}

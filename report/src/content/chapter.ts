import { assume, assumptionNames, assumptionOriginText, assumptions, assumptionValueText } from '@sup/model';
import { counted, number, omissionIn, type SceneSite, serverMarks, supplyText } from '@sup/picture';
import { durationText, megabytesText, momentText, settledByDefault, type SimulationResult } from '@sup/simulation';
import { locationText } from '../report-location.js';
import { adviceBlocks, lastClientBlocks, sweepBlocks } from './answer-blocks.js';
import { type ContentBlock, type Chapter, numberColumn, type Section, table, textColumn } from './document.js';
import { keyFacts } from './facts.js';
import { headlines } from './headlines.js';
import type { PlanReport } from '../plan-report.js';
import { scenarioBlocks } from './scenario-blocks.js';

/** The maximum number of findings in a chapter, which refers to `sup check` for the rest. */
const maxFindings = 500;

/** Builds the chapter of a hierarchy, with its sections in the order of a design review. */
export function chapterOf(report: PlanReport): Chapter {
    const { label, scene, layouts, paper, layer, branches, plain } = report;
    const hasSites = scene.sites.length > 0;
    const sections: readonly Section[] = [
        { title: '', blocks: [...headlines(report), { kind: 'facts', facts: keyFacts(report) }] },
        { title: 'The hierarchy', blocks: hasSites ? [{ kind: 'picture', scene, layouts, paper, layer }] : [] },
        { title: 'Findings', blocks: findingBlocks(report) },
        { title: 'Accepted risks', blocks: riskBlocks(report) },
        { title: 'Unknown values', blocks: unknownBlocks(report) },
        { title: 'Scenarios', blocks: report.scenarios.flatMap(scenarioBlocks) },
        ...plain ? [{ title: 'Until the last client', blocks: lastClientBlocks(plain) }] : [],
        { title: 'Single points of failure', blocks: report.sweep === undefined ? [] : sweepBlocks(report.sweep) },
        { title: 'Software update points of secondary sites', blocks: adviceBlocks(report) },
        { title: 'Branches in detail', blocks: branches.map(branch => ({ kind: 'branch', ...branch })) },
        { title: 'Sites', blocks: hasSites ? [siteTable(report)] : [] },
        { title: 'Servers and their roles', blocks: scene.sites.some(({ servers }) => servers.length > 0) ? [serverTable(report)] : [] },
        ...plain ? [{ title: `Simulation without events for ${durationText(plain.duration)}`, blocks: plainBlocks(plain) }] : [],
        { title: 'Assumptions', blocks: plain || report.scenarios.length > 0 ? [assumptionTable(report)] : [] }
    ];
    const maxRows = omissionIn(scene) === undefined ? Infinity : Math.max(minRows, scene.sites.length);
    return { title: label, subtitle: filesText(report), sections: sections.filter(({ blocks }) => blocks.length > 0).map(section => ({ ...section, blocks: section.blocks.flatMap(block => limited(block, maxRows)) })) };
}

/** The rows of a table that a report shows even if its picture has fewer sites. */
const minRows = 100;

/** A table with its first rows, and a text that states how many are left out. */
function limited(block: ContentBlock, maxRows: number): readonly ContentBlock[] {
    return block.kind === 'table' && block.rows.length > maxRows
        ? [{ ...block, rows: block.rows.slice(0, maxRows) }, { kind: 'text', text: `${counted(block.rows.length - maxRows, 'more row')} not shown. Use \`sup report\` to see all of them.` }]
        : [block];
}

/** The number of files that are named. */
const maxFiles = 8;

function filesText({ files }: PlanReport): string {
    const others = files.length - maxFiles;
    return `Plan: ${[...files.slice(0, maxFiles), ...others > 0 ? [`${number(others)} more`] : []].join(', ')}`;
}

function findingBlocks({ findings }: PlanReport): readonly ContentBlock[] {
    const shown = findings.slice(0, maxFindings).map((finding): ContentBlock => ({
        kind: 'finding', severity: finding.severity, rule: finding.rule, location: locationText(finding), ...finding.message
    }));
    const omitted = findings.length - shown.length;
    const note = findings.length === 0 ? 'No findings.' : omitted > 0 ? `${counted(omitted, 'more finding')} not shown. Run \`sup check\` to list all findings.` : undefined;
    return note === undefined ? shown : [...shown, { kind: 'text', text: note }];
}

function riskBlocks({ risks }: PlanReport): readonly ContentBlock[] {
    return risks.length === 0 ? [] : [table(
        [textColumn('Rule'), textColumn('Reason'), textColumn('Until'), numberColumn('Findings'), textColumn('Location')],
        risks.map(risk => [risk.rule, risk.reason, risk.until ?? '', risk.count, locationText(risk)])
    )];
}

function unknownBlocks({ unknownValues }: PlanReport): readonly ContentBlock[] {
    return unknownValues.length === 0 ? [] : [
        { kind: 'text', text: 'The plan states that these values are not known. No rule judges them, and the simulation uses the default in their place.' },
        table([textColumn('Site'), textColumn('Value'), textColumn('Location')], unknownValues.map(value => [value.site, value.text, locationText(value)]))
    ];
}

function siteTable({ scene }: PlanReport): ContentBlock {
    const codes = new Map(scene.sites.map(({ id, code }) => [id, code]));
    const below = ({ parent, apart }: SceneSite): string => apart ?? (parent === undefined ? '' : codes.get(parent)!);
    return table(
        [textColumn('Site'), textColumn('Name'), textColumn('Kind'), textColumn('Below'), textColumn('Mode'), textColumn('Release'), numberColumn('Clients'), numberColumn('On the Internet'), textColumn('Link'), textColumn('Updates')],
        scene.sites.map(site => [
            site.code, site.title ?? '', site.kind ?? '', below(site), site.mode ?? '', site.release ?? '', ...clientCells(site.clients),
            [site.link?.speed, site.link?.window].filter(Boolean).join(', '), supplyText(site.supply)
        ])
    );
}

/** The clients on the intranet and on the Internet. If the number of some is unknown, the plan does not always state where they are. */
function clientCells({ intranet, internet, isIncomplete }: SceneSite['clients']): readonly [string, string] {
    const known = intranet + internet;
    return isIncomplete ? [known === 0 ? 'unknown' : `at least ${number(known)}`, ''] : [number(intranet), number(internet)];
}

function serverTable({ scene }: PlanReport): ContentBlock {
    return table(
        [textColumn('Server'), textColumn('Site'), textColumn('Roles'), textColumn('WSUS'), textColumn('Updates')],
        scene.sites.flatMap(({ code, servers }) => servers.map(({ name, marks, wsus, note }) =>
            [name, code, marks.map(mark => serverMarks[mark].meaning).join(', '), (wsus ?? '').replace(/^WSUS /, ''), note ?? '']))
    );
}

function plainBlocks(result: SimulationResult): readonly ContentBlock[] {
    const { summary, isExhausted } = result;
    return [
        ...isExhausted ? [{ kind: 'text', text: 'The run was stopped early, because it had too many events; the figures below cover the time until then.' } as const] : [],
        table(
            [textColumn('Site'), numberColumn('Synchronized'), numberColumn('Failed'), numberColumn('Last success'), numberColumn('Oldest catalog'), numberColumn('Metadata over the link'), numberColumn('Scans over the link'), numberColumn('Link filled for')],
            summary.sites.map(({ site, synchronizations, failures, lastSuccess, oldestCatalog, link }) => [
                site.code, synchronizations, failures, lastSuccess === undefined ? 'never' : momentText(lastSuccess), oldestCatalog === undefined ? '' : durationText(oldestCatalog), megabytesText(link.metadataMegabytes), megabytesText(link.scanMegabytes),
                link.fullMinutes === undefined ? '' : durationText(Math.ceil(link.fullMinutes))
            ])
        ),
        ...summary.points.length > 0 ? [table(
            [textColumn('Software update point'), textColumn('Site'), numberColumn('Clients'), numberColumn('Scans'), numberColumn('Peak scans an hour')],
            summary.points.map(({ point, clients, scans, peakScansPerHour }) => [point.host.name, point.host.site.code, number(clients), number(scans), number(peakScansPerHour)])
        )] : []
    ];
}

function assumptionTable({ runOptions }: PlanReport): ContentBlock {
    const assumed = assume(settledByDefault(runOptions).assumptions);
    return table(
        [textColumn('Assumption'), numberColumn('Value'), textColumn('Meaning'), textColumn('Source')],
        assumptionNames.map(name => {
            const { key, meaning, default: usual } = assumptions[name];
            const isConfigured = runOptions.assumptions?.[name] !== undefined && assumed[name] !== usual;
            return [key, assumptionValueText(name, assumed[name]), meaning, isConfigured ? 'sup.config.json' : assumptionOriginText(assumptions[name])];
        })
    );
}

import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { daysSince, type InstalledPages } from '@sup/files';
import { ageWarnings, compareWithReality, type ImportSource } from '@sup/import';
import { changesOf, type Difference, documentOf, hierarchyOfText, rangeOf, rulePage, type ShownFinding, toDiagnostics } from '@sup/language';
import { counted } from '@sup/model';
import type { LangiumDocument } from 'langium';
import { countsOf, toFinding } from '../check/check-file.js';
import type { AcceptedRisk, CheckedFile, CheckFinding } from '../check/report.js';
import { sarif } from '../check/sarif.js';
import { CommandError } from '../command-error.js';
import { interpreted, readSources } from '../exports.js';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import { type Plans, withPlans } from '../plans.js';
import { type Terminal, usesColor } from '../terminal.js';
import { countOf, type DriftReport } from './drift-report.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';

export const formats = ['pretty', 'json', 'markdown', 'sarif'] as const;

export interface DriftOptions {
    readonly format: typeof formats[number];
    readonly version: string;
    readonly pages: InstalledPages;
}

/** Compares plans with exports of the real hierarchy. Folders and `.sup` files are plans, in any order. Returns the exit code. */
export async function drift(paths: readonly string[], options: DriftOptions, terminal: Terminal): Promise<number> {
    const isPlanPath = (path: string): boolean => extname(path) === '.sup' || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const [plans, exports] = [paths.filter(isPlanPath), paths.filter(path => !isPlanPath(path))];
    if (exports.length === 0) {
        throw new CommandError('name at least one export of the real hierarchy: a JSON file, a site control file, or a table as CSV');
    }
    const sources = await readSources(exports, terminal);
    return withPlans(plans.length > 0 ? plans : ['.'], terminal, (planned, progress) => {
        const report = reportOn(onlyHierarchyOf(planned), sources, planned, options.version);
        progress.end();
        terminal.stdout.write(textOf(report, options, terminal));
        [...report.notes, ...report.failures].forEach(message => terminal.writeMessage(message));
        return report.failures.length > 0 ? 2 : countOf(report) > 0 ? 1 : 0;
    });
}

/** The hierarchy of the plans. There must be one, since exports describe one. */
function onlyHierarchyOf(plans: Plans): PlannedHierarchy {
    const [planned, ...others] = hierarchiesIn(plans);
    if (planned === undefined || planned.hierarchy.sites.length === 0) {
        throw new CommandError('these files contain no sites to compare; name the .sup files or the folder of the plan');
    }
    if (others.length > 0) {
        throw new CommandError(`these plans contain ${others.length + 1} hierarchies (${[planned, ...others].map(({ label }) => label).slice(0, 10).join(', ')}), but an export describes one; select the files of a single hierarchy`);
    }
    return planned;
}

function reportOn({ hierarchy, label, document }: PlannedHierarchy, sources: readonly ImportSource[], plans: Plans, version: string): DriftReport {
    const { hierarchies } = plans.services.analysis;
    const found = interpreted(() => compareWithReality(hierarchy, sources, text => hierarchyOfText(text, plans.services)));
    const byDocument = Map.groupBy(found.differences, ({ at }) => documentOf(at));
    const files = hierarchies.neighboursOf(document).map(each => checkedFile(each, byDocument.get(each) ?? [], plans));
    const { uncompared, collectedAt, failures, messages } = found;
    // The counts do not include differences that the configuration turns off.
    const hidden = found.differences.length - files.reduce((sum, { differences }) => sum + differences, 0);
    return {
        version, hierarchy: label, collectedAt, uncompared, files, counts: countsOf(severity => files.reduce((sum, { counts }) => sum + counts[severity], 0)),
        notes: [...ageWarnings(collectedAt, daysSince), ...hidden > 0 ? [`${counted(hidden, 'difference')} not reported, because sup.config.json turns plan-differs-from-reality off`] : [], ...messages],
        failures: [...plans.failures(), ...failures.map(text => `the export states that a part could not be read: ${text}`)]
    };
}

interface FileWithDifferences extends CheckedFile {
    /** The number of differences that are reported or accepted. */
    readonly differences: number;
}

/** The differences in a file of the plan, as a check would report them. */
function checkedFile(document: LangiumDocument, differences: readonly Difference[], plans: Plans): FileWithDifferences {
    const { services: { linter: { rules, documentation } }, pathOf } = plans;
    const { findings, risks } = rules.checkDifferences(document, differences);
    const { textDocument } = document;
    const toFindings = (shown: readonly ShownFinding[]): readonly CheckFinding[] => [...shown]
        .map(each => ({ each, start: rangeOf(each.at, document).start })).sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character)
        .flatMap(({ each }) => toDiagnostics([each], document, documentation).map(diagnostic => ({ ...toFinding(diagnostic, pathOf), fixes: fixesOf(each, plans) })));
    return {
        path: pathOf(document.uri),
        counts: countsOf(severity => findings.filter(({ shownAs }) => shownAs === severity).reduce((sum, { further }) => sum + 1 + further, 0)),
        findings: toFindings(findings),
        accepted: risks.filter(({ inert }) => inert === undefined).map(({ allow, silenced }): AcceptedRisk => ({
            rule: allow.rule ?? '', reason: allow.because ?? '', until: allow.until, range: rangeOf({ of: allow }, document), count: silenced.length, findings: toFindings(silenced)
        })),
        unknown: [],
        differences: [...findings, ...risks.flatMap(({ silenced }) => silenced)].reduce((sum, { rule, further }) => sum + (rule.checks.difference ? 1 + further : 0), 0),
        lineAt: line => textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '')
    };
}

const fixesOf = (finding: ShownFinding, { pathOf }: Plans): CheckFinding['fixes'] => finding.fixes().map(({ title, edits }) => ({
    title, changes: [...changesOf(edits)].map(([document, textEdits]) => ({ path: pathOf(document.uri), edits: textEdits }))
}));

function textOf(report: DriftReport, { format, pages }: DriftOptions, { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(report, usesColor(stdout, env));
        case 'json': return json(report);
        case 'markdown': return markdown(report);
        case 'sarif': return sarif(report, rule => pages.read(rulePage(rule)));
    }
}

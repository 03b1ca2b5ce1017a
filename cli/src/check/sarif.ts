import type { ArtifactLocation, Location, Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import type { Range } from 'vscode-languageserver-types';
import { categories, documentationAddress, registry, type Severity } from '@sup/language';
import { stringify } from '../stringify.js';
import type { AcceptedRisk, CheckedFile, Finding, Report } from './report.js';

/** Stands for the folder that the command ran in, so that the log names no folder of the machine. */
const sourceRoot = '%SRCROOT%';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<Severity, string>;

/** The report for code scanning, in the Static Analysis Results Interchange Format 2.1.0. */
export function sarif({ version, files, troubles }: Report): string {
    const log: Log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{
            tool: { driver: { name: 'sup', version, informationUri: 'https://github.com/sup-topology/sup-topology', rules: registry.map(descriptor) } },
            columnKind: 'utf16CodeUnits',
            originalUriBaseIds: { [sourceRoot]: { description: { text: 'The folder that `sup check` ran in.' } } },
            invocations: [{
                executionSuccessful: troubles.length === 0,
                toolExecutionNotifications: [...troubles.map(trouble), ...files.flatMap(file => file.findings.filter(isNote).map(finding => note(file, finding)))]
            }],
            artifacts: files.map(file => ({ location: artifact(file.path), sourceLanguage: 'sup' })),
            results: files.flatMap(file => [
                ...file.findings.filter(finding => !isNote(finding)).map(finding => result(file, finding)),
                ...file.accepted.flatMap(risk => risk.findings.filter(finding => !isNote(finding)).map(finding => result(file, finding, risk)))
            ])
        }]
    };
    return `${stringify(log)}\n`;
}

const indexes: ReadonlyMap<string, number> = new Map(registry.map((rule, i) => [rule.id, i]));

function descriptor({ id, summary, category }: typeof registry[number]): ReportingDescriptor {
    const helpUri = `${documentationAddress}/${id}.md`;
    return {
        id,
        shortDescription: { text: summary },
        help: { text: `${summary} ${helpUri}` },
        helpUri,
        defaultConfiguration: { level: levels[categories[category].severity] },
        properties: { tags: [category] }
    };
}

/** A finding; with a risk, one that is accepted. */
function result(file: CheckedFile, { rule, severity, message, range, related }: Finding, risk?: AcceptedRisk): Result {
    return {
        ruleId: rule,
        ruleIndex: indexes.get(rule) ?? -1,
        level: levels[severity],
        message: { text: message },
        locations: [location(file.path, range)],
        relatedLocations: related.map((place, i) => ({ id: i + 1, ...location(place.path, place.range), message: { text: place.message } })),
        suppressions: risk ? [{ kind: 'inSource', status: 'accepted', justification: risk.reason, location: location(file.path, risk.range) }] : []
    };
}

/** Whether a finding is a word of the checker about itself rather than a rule's about the plan. */
function isNote(finding: Finding): boolean {
    return !indexes.has(finding.rule);
}

function note(file: CheckedFile, { message, range }: Finding): Notification {
    return { level: 'note', message: { text: message }, locations: [location(file.path, range)] };
}

function trouble(text: string): Notification {
    return { level: 'error', message: { text } };
}

function location(path: string, range: Range): Location {
    return { physicalLocation: { artifactLocation: artifact(path), region: region(range) } };
}

function artifact(path: string): ArtifactLocation {
    return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

/** Lines and columns of SARIF count from 1; the end is past the last character in both. */
function region({ start, end }: Range): Region {
    return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

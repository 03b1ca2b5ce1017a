import type { ArtifactLocation, Fix, Location, Log, Notification, Region, ReportingDescriptor, Result } from 'sarif';
import type { Range } from 'vscode-languageserver-types';
import { registry, type Rule, type Severity, severityByDefault } from '@sup/language';
import { stringify } from '../stringify.js';
import type { AcceptedRisk, CheckedFile, CheckFinding, CheckReport, FindingFix } from './report.js';

/** A placeholder for the folder that the command ran in, so that the log reveals no path of the machine. */
const sourceRoot = '%SRCROOT%';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<Severity, string>;

/** The report in the Static Analysis Results Interchange Format 2.1.0, for code scanning. */
export function sarif({ version, files, failures, notes = [] }: CheckReport, pageOf: (rule: string) => string | undefined): string {
    const reported = new Set(files.flatMap(file => [...file.findings, ...file.accepted.flatMap(risk => risk.findings)].map(finding => finding.rule)));
    const log: Log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{
            tool: { driver: { name: 'sup', version, informationUri: 'https://github.com/sup-topology/sup-topology', rules: registry.map(rule => descriptor(rule, reported.has(rule.id) ? pageOf(rule.id) : undefined)) } },
            columnKind: 'utf16CodeUnits',
            originalUriBaseIds: { [sourceRoot]: { description: { text: 'The folder that `sup` ran in.' } } },
            invocations: [{
                executionSuccessful: failures.length === 0,
                toolExecutionNotifications: [...failures.map(failureNotification), ...notes.map(text => ({ level: 'note' as const, message: { text } })), ...files.flatMap(file => file.findings.filter(isNote).map(finding => noteNotification(file, finding)))]
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

/** With its page instead of an address, so that a reader needs no network; only for rules with results, since all pages together are long. */
function descriptor(rule: Rule, page: string | undefined): ReportingDescriptor {
    const { id, summary, category } = rule;
    return {
        id,
        shortDescription: { text: summary },
        help: { text: `${summary} \`sup explain ${id}\` shows the page of the rule.`, ...page === undefined ? {} : { markdown: page } },
        defaultConfiguration: { level: levels[severityByDefault(rule)] },
        properties: { tags: [category] }
    };
}

/** The result for a finding. With a risk, the result is suppressed. */
function result(file: CheckedFile, { rule, severity, message, range, related, fixes }: CheckFinding, risk?: AcceptedRisk): Result {
    return {
        ruleId: rule,
        ruleIndex: indexes.get(rule) ?? -1,
        level: levels[severity],
        message: { text: message },
        locations: [location(file.path, range)],
        relatedLocations: related.map((each, i) => ({ id: i + 1, ...location(each.path, each.range), message: { text: each.message } })),
        suppressions: risk ? [{ kind: 'inSource', status: 'accepted', justification: risk.reason, location: location(file.path, risk.range) }] : [],
        ...fixes === undefined ? {} : { fixes: fixes.map(fix) }
    };
}

function fix({ title, changes }: FindingFix): Fix {
    return {
        description: { text: title },
        artifactChanges: changes.map(({ path, edits }) => ({ artifactLocation: artifact(path), replacements: edits.map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })) }))
    };
}

/** Whether a finding is a note by the checker itself, such as that a file has too many findings, and not from a rule. */
function isNote(finding: CheckFinding): boolean {
    return !indexes.has(finding.rule);
}

function noteNotification(file: CheckedFile, { message, range }: CheckFinding): Notification {
    return { level: 'note', message: { text: message }, locations: [location(file.path, range)] };
}

function failureNotification(text: string): Notification {
    return { level: 'error', message: { text } };
}

function location(path: string, range: Range): Location {
    return { physicalLocation: { artifactLocation: artifact(path), region: region(range) } };
}

function artifact(path: string): ArtifactLocation {
    return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

/** Lines and columns count from 1 in SARIF. The end is exclusive, as in LSP. */
function region({ start, end }: Range): Region {
    return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

import type { LangiumDocument } from 'langium';
import { rangeOf } from '@sup/language';
import { counted, number } from '@sup/model';
import { type ComparisonNote, locationText, type ReportLocation, ReportLocations } from '@sup/report';
import type { Plans } from './plans.js';
import type { Terminal } from './terminal.js';

/** An error that the rules find in a plan. The plan is simulated nevertheless, which shows what the mistake does. */
export interface PlanError extends ReportLocation {
    readonly rule: string;
    readonly text: string;
}

/** The errors in all files of the hierarchies that the documents belong to. */
export function planErrorsIn({ services: { analysis, linter }, pathOf }: Plans, documents: readonly LangiumDocument[]): readonly PlanError[] {
    const locations = new ReportLocations(pathOf);
    const hierarchies = new Map(documents.map(document => [analysis.hierarchies.keyOf(document), document]));
    const files = [...hierarchies.values()].flatMap(document => analysis.hierarchies.neighboursOf(document));
    return files.flatMap(document => linter.rules.check(document).findings.filter(({ shownAs }) => shownAs === 'error').map(({ rule, message, at }) =>
        ({ ...locations.at({ uri: document.uri.toString(), range: rangeOf(at, document) }), rule: rule.id, text: message.what })));
}

/** Plans with errors are simulated too, so users are warned that the simulation may differ from their intent. */
export function warnAboutPlanErrors(errors: number, terminal: Terminal): void {
    if (errors > 0) {
        terminal.writeMessage(`the plans have ${counted(errors, 'error')}, so the simulation may differ from what you intend; run \`sup check\` to see ${errors === 1 ? 'it' : 'them'}`);
    }
}

/** The number of errors that a result lists. */
const maxListed = 10;

/** The part of a result that lists the errors of a plan; none for a plan without errors. */
export function planErrorNotes(errors: readonly PlanError[], plan = 'The plan'): readonly ComparisonNote[] {
    return errors.length === 0 ? [] : [{
        text: `${plan} has ${counted(errors.length, 'error')}, and the result shows ${errors.length === 1 ? 'its' : 'their'} effect:`,
        items: [
            ...errors.slice(0, maxListed).map(error => `${locationText(error)}  ${error.text} (${error.rule})`),
            ...errors.length > maxListed ? [`and ${number(errors.length - maxListed)} more; run \`sup check\` to list them`] : []
        ]
    }];
}

/** The lines of a result that list the errors of its plan. */
export function planErrorLines(errors: readonly PlanError[]): readonly string[] {
    return planErrorNotes(errors).flatMap(({ text, items }) => [text, ...items.map(item => `  ${item}`)]);
}

export function planErrorJson({ path, range, rule, text }: PlanError): object {
    return { file: path, range, rule, text };
}

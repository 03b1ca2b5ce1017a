import type { LangiumDocument } from 'langium';
import type { Hierarchy, Scenario } from '@sup/model';
import { CannotRun } from './cannot-run.js';
import type { Plans } from './plans.js';

/** A scenario of a file, and the hierarchy that it is about. */
export interface FoundScenario {
    readonly document: LangiumDocument;
    readonly scenario: Scenario;
    readonly hierarchy: Hierarchy;
    /** The name of the hierarchy, or the file that is a hierarchy of its own. */
    readonly label: string;
}

/** The scenarios of the files that the arguments name, by file and in the order of the text; with a title, only those that have it. */
export function scenariosIn(plans: Plans, title?: string): readonly FoundScenario[] {
    const all = allScenariosIn(plans);
    const found = title === undefined ? all : all.filter(({ scenario }) => scenario.title === title);
    if (found.length === 0) {
        throw new CannotRun(title === undefined || all.length === 0 ? 'there are no scenarios in these files' : noneTitled(title, all));
    }
    return found;
}

/** The same where there may be none. */
export function allScenariosIn({ services, selected, pathOf }: Plans): readonly FoundScenario[] {
    const { hierarchies } = services.analysis;
    return selected.flatMap(document => {
        const hierarchy = hierarchies.of(document);
        return hierarchies.scenariosOf(document).map(scenario => ({ document, scenario, hierarchy, label: hierarchy.name ?? pathOf(document.uri) }));
    });
}

/** More titles than this help nobody to find the right one. */
const mostTitles = 10;

function noneTitled(title: string, all: readonly FoundScenario[]): string {
    const titles = [...new Set(all.flatMap(({ scenario }) => scenario.title ?? []))];
    const shown = titles.slice(0, mostTitles).map(each => `"${each}"`).join(', ');
    const more = titles.length > mostTitles ? ` and ${titles.length - mostTitles} more` : '';
    return `no scenario has the title "${title}"; there ${titles.length === 1 ? 'is' : 'are'} ${titles.length === 0 ? 'only some without a title' : shown}${more}`;
}

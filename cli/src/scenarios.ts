import type { LangiumDocument } from 'langium';
import type { Hierarchy, Scenario } from '@sup/model';
import { CommandError } from './command-error.js';
import type { Plans } from './plans.js';

/** A scenario in a file, and the hierarchy that it applies to. */
export interface FoundScenario {
    readonly document: LangiumDocument;
    readonly scenario: Scenario;
    readonly hierarchy: Hierarchy;
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly label: string;
}

/** The scenarios in the selected files, in the order of files and text. With a title, only those that have it. */
export function scenariosIn(plans: Plans, title?: string): readonly FoundScenario[] {
    const all = allScenariosIn(plans);
    const found = title === undefined ? all : all.filter(({ scenario }) => scenario.title === title);
    if (found.length === 0) {
        throw new CommandError(title === undefined || all.length === 0 ? 'these files contain no scenarios' : unknownTitleMessage(title, all));
    }
    return found;
}

function allScenariosIn({ services, selected, pathOf }: Plans): readonly FoundScenario[] {
    const { hierarchies } = services.analysis;
    return selected.flatMap(document => {
        const hierarchy = hierarchies.of(document);
        return hierarchies.scenariosOf(document).map(scenario => ({ document, scenario, hierarchy, label: hierarchy.name ?? pathOf(document.uri) }));
    });
}

/** A longer list of titles would not help to find the right one. */
const maxListedTitles = 10;

function unknownTitleMessage(title: string, all: readonly FoundScenario[]): string {
    const titles = [...new Set(all.flatMap(({ scenario }) => scenario.title ?? []))];
    const shown = titles.slice(0, maxListedTitles).map(each => `"${each}"`).join(', ');
    const more = titles.length > maxListedTitles ? ` and ${titles.length - maxListedTitles} more` : '';
    const existing = titles.length === 0 ? 'the scenarios in these files have no titles' : `the existing ${titles.length === 1 ? 'title is' : 'titles are'} ${shown}${more}`;
    return `no scenario has the title "${title}"; ${existing}`;
}

import { assembleHierarchy, type Site } from '@sup/model';
import { planSegmentsOf } from '@sup/language';
import { TestWorkspace, uriOf } from '../support/workspace.js';
import type { Random } from '../support/random.js';
import type { Case } from './clauses.js';
import { reportsOf } from './reports.js';
import { codes, type SiteTexts } from './small-worlds.js';

interface Choice {
    readonly text: string;
    readonly site: Site;
}

/** Every combination of the texts of a first site, a second one, and so on. Each text is parsed once, for all hierarchies. */
export class World {
    readonly size: number;
    private readonly choices: readonly (readonly Choice[])[];

    constructor(texts: SiteTexts) {
        this.choices = texts.map((sites, position) => choicesAmong(sites.map(text => text.replaceAll('@', codes[position]!))));
        this.size = this.choices.reduce((size, { length }) => size * length, 1);
    }

    /** Every hierarchy, or `most` random ones. */
    *cases(random: Random, most: number): Generator<Case> {
        for (let i = 0; i < Math.min(this.size, most); i++) {
            yield this.caseAt(this.size <= most ? i : random.between(0, this.size - 1));
        }
    }

    private caseAt(index: number): Case {
        const chosen = this.choices.map(choices => {
            const choice = choices[index % choices.length]!;
            index = Math.floor(index / choices.length);
            return choice;
        });
        const hierarchy = assembleHierarchy(undefined, chosen.map(({ site }) => site));
        return { hierarchy, reports: reportsOf(hierarchy), text: () => chosen.map(({ text }) => text).join('\n') };
    }
}

/** The sites of texts that each declare one. They are parsed in files of a hundred. */
function choicesAmong(texts: readonly string[]): readonly Choice[] {
    const { LangiumDocumentFactory } = new TestWorkspace().services.shared.workspace;
    const files = Array.from({ length: Math.ceil(texts.length / 100) }, (_, i) => texts.slice(100 * i, 100 * (i + 1)).join('\n'));
    const sites = files.flatMap((text, i) => planSegmentsOf(LangiumDocumentFactory.fromString(text, uriOf(`${i}.sup`)))).flatMap(segment => segment.sites);
    if (sites.length !== texts.length) {
        throw new Error(`${texts.length} texts declare ${sites.length} sites.`);
    }
    return texts.map((text, i) => ({ text, site: sites[i]! }));
}

import { counted } from '@sup/model';
import type { ImportSource } from './import-plan.js';
import type { SiteCoverage } from './interpret/draft.js';
import { interpret } from './interpret/interpret.js';
import type { PlannedHost } from './interpret/server-names.js';
import { Inventory } from './inventory.js';
import { readSources } from './read-sources.js';
import { plainText } from './text/plain-text.js';
import { textOf } from './write/text.js';

/** The real hierarchy, as far as exports state it. */
export interface Reality {
    /** The text of the plan that an import would write, with the server names of the plan that is compared. */
    readonly plan: string;
    /** The same text with `unknown` for everything that no export states. */
    readonly complete: string;
    readonly coverage: ReadonlyMap<string, SiteCoverage>;
    /** Whether a site that is missing from the exports does not exist. A site control file describes only one site. */
    readonly hasAllSites: boolean;
    /** When the oldest of the exports was made, as it states it. */
    readonly collectedAt: string | undefined;
    /** The parts that could not be read, as the exports state. */
    readonly failures: readonly string[];
    readonly messages: readonly string[];
}

/** The number of failures that are listed. */
const listedFailures = 20;

/** Reads exports for a comparison with a plan that has these servers and clusters. */
export function readReality(sources: readonly ImportSource[], planned: readonly PlannedHost[]): Reality {
    const inventory = new Inventory();
    readSources(sources, inventory);
    const draft = interpret(inventory, undefined, planned);
    const failures = [
        ...inventory.errors.map(({ what, server, text }) => `${plainText(what)}${server === '' ? '' : ` of ${plainText(server)}`}: ${plainText(text)}`),
        ...inventory.cuts.map(({ name, line }) => `${name} ends in the middle of line ${line}`)
    ];
    return {
        plan: textOf(draft, draft.sites),
        complete: textOf(draft, draft.sites, true),
        coverage: new Map(draft.sites.map(({ code, coverage }) => [code, coverage])),
        hasAllSites: inventory.sources.some(({ kind }) => kind === 'json' || kind === 'sites') && !inventory.errors.some(({ what }) => /^sites?$/i.test(what)),
        collectedAt: inventory.collections.map(({ at }) => at ?? '').filter(at => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(at)).sort()[0],
        failures: failures.length > listedFailures ? [...failures.slice(0, listedFailures), `and ${counted(failures.length - listedFailures, 'more failure')}`] : failures,
        messages: [...inventory.messages, ...inventory.notes]
    };
}

import { Inventory } from './inventory.js';
import { interpret } from './interpret/interpret.js';
import { readSources } from './read-sources.js';
import { filesOf } from './write/files.js';

/** A file to import: its name without a folder, and its decoded text. */
export interface ImportSource {
    readonly name: string;
    readonly text: string;
}

export interface ImportOptions {
    /** The name of the hierarchy; by default, the one that the sources state, or the code of the central site. */
    readonly hierarchy?: string | undefined;
    /** Whether each branch below the central site gets a file of its own. */
    readonly branches?: boolean | undefined;
}

export interface ImportedFile {
    /** A file name without a folder, safe on every system. */
    readonly name: string;
    readonly text: string;
}

export interface ImportedPlan {
    /** The name of the hierarchy. */
    readonly hierarchy: string;
    /** The files of the plan, not laid out yet. */
    readonly files: readonly ImportedFile[];
    /** Messages about the sources that the plan does not contain. */
    readonly messages: readonly string[];
}

/** Makes a new plan of the sources. The result depends on nothing else, and not on their order. */
export function importPlan(sources: readonly ImportSource[], { hierarchy, branches = false }: ImportOptions = {}): ImportedPlan {
    const inventory = new Inventory();
    readSources(sources, inventory);
    const plan = interpret(inventory, hierarchy);
    return { hierarchy: plan.hierarchy, files: filesOf(plan, branches), messages: inventory.messages };
}

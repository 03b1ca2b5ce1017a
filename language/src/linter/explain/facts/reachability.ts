import type { ClientGroup, Server, Site } from '@sup/model';
import type { Fact } from '../fact.js';

/** The ends of connections that the plan states to be out of reach of a site, a server or a group of clients. */
export function cannotReach(of: Site | Server | ClientGroup, names: readonly string[]): readonly Fact[] {
    return names.map(name => ({ text: `${inWords(of)} cannot connect to ${name}.`, at: { of, part: 'cannot reach', index: of.cannotReach!.indexOf(name) } }));
}

function inWords(of: Site | Server | ClientGroup): string {
    switch (of.element) {
        case 'site': return `The computers of ${of.code}`;
        case 'server': return of.name;
        case 'clientGroup': return of.label === undefined ? 'The group of clients' : `The clients "${of.label}"`;
    }
}

import { type Cluster, freeNameFor, type Hierarchy, hostsIgnoringCase, hostsOf, listOf, number, type Server, type Site, toUpperCaseCode } from '@sup/model';
import { insertStatement, removeStatement, setHead, setProperty } from '../../edits/edit.js';
import { innerLinesOf } from '../../edits/text-edits.js';
import * as ast from '../../../syntax/generated/ast.js';
import { originIfRead, originOf } from '../../../analysis/projection/origin.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { keyOf, membersOf } from '../../../syntax/tree/blocks.js';
import { writtenName } from '../../../syntax/tree/names.js';
import { spanOf } from '../../../analysis/ranges.js';
import { isBesideUnreadable } from '../../../analysis/unreadable.js';

type Host = Server | Cluster;

/** The number of hosts that a message names. */
const listedHosts = 4;

/** Only the first hosts are searched: thousands may have the same name, and each of them requests the result. */
const searchedForKeeper = 20;

const why = (anyCase: boolean): string =>
    `A name identifies one computer or one cluster${anyCase ? ', in upper and lower case alike' : ''}, so references to it in the plan are ambiguous.`;

export default defineRule({
    id: 'server-name-duplicate',
    since: '0.1.0',
    summary: 'No two servers or clusters of a hierarchy have the same name.',
    category: 'naming',
    reach: 'name',
    sources: ['The .sup language'],
    messages: {
        shared: ({ name, count, hosts, anyCase }: { name: string; count: number; hosts: readonly string[]; anyCase: boolean }) => ({
            what: `The name ${name} is used ${count === 2 ? 'twice' : `${number(count)} times`}: for ${listOf(hosts)}${count > hosts.length ? ' among others' : ''}.`,
            why: why(anyCase),
            todo: 'Give each one its own name; everything that belongs to one computer goes into one block.'
        }),
        again: ({ name, site, anyCase }: { name: string; site: string; anyCase: boolean }) => ({
            what: `${name} is declared more than once in ${site}.`,
            why: why(anyCase),
            todo: 'Combine everything that belongs to one computer into one block, or give this one another name.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const firstHere = new Map<string, Host>();
            for (const host of hostsOf(site).filter(each => each.name !== '')) {
                const name = toUpperCaseCode(host.name);
                const first = firstHere.get(name);
                const all = hostsIgnoringCase(hierarchy, name);
                if (first && ![first, host].some(isNameUnsure)) {
                    context.report('again', {
                        at: { of: host, part: 'name' },
                        args: { name: host.name, site: nameOf(site), anyCase: first.name !== host.name },
                        related: [{ of: first, part: 'name', message: 'The first one is here' }],
                        fixes: () => [...merge(first, host), rename(hierarchy, host), { title: `Remove this ${host.element} ${host.name}`, edits: [removeStatement(host)] }]
                    });
                } else if (!first && keeperOf(all).site !== site && !isNameUnsure(host)) {
                    const other = keeperOf(all);
                    const few = all.slice(0, listedHosts);
                    context.report('shared', {
                        at: { of: host, part: 'name' },
                        args: { name: host.name, count: all.length, hosts: few.map(describe), anyCase: [...few, host].some(each => each.name !== few[0]!.name) },
                        related: [{ of: other, part: 'name', message: `${other.name} is also ${describe(other)}` }],
                        fixes: () => [rename(hierarchy, host), rename(hierarchy, other)]
                    });
                }
                firstHere.set(name, first ?? host);
            }
        }
    }
});

/** The host that may keep a name, so that a mix-up has one finding: one whose site code the name begins with, else the first. */
function keeperOf(all: readonly Host[]): Host {
    return all.slice(0, searchedForKeeper).find(({ name, site }) => site.code !== '' && toUpperCaseCode(name).startsWith(toUpperCaseCode(site.code))) ?? all[0]!;
}

/** Whether unreadable characters are in or next to a name. `A%B` is read as `A`, but the intended name is unknown. */
function isNameUnsure(host: Host): boolean {
    const origin = originIfRead(host);
    return origin !== undefined && isBesideUnreadable(origin, spanOf({ of: host, part: 'name' }));
}

/** Renames a host, also in the `nodes` of clusters unless another server of the site has the same name. */
function rename(hierarchy: Hierarchy, host: Host): Fix {
    const { site } = host;
    const name = freeNameFor(hierarchy, host);
    const isOnly = site.servers.every(other => other === host || other.name !== host.name);
    const clusters = host.element === 'server' && isOnly ? site.clusters.filter(cluster => cluster.nodes.includes(host.name)) : [];
    return {
        title: `Rename ${host.element} ${host.name} of ${nameOf(site)} to ${name}`,
        edits: [
            setHead(host, 'name', writtenName(name)),
            ...clusters.map(cluster => setProperty(cluster, 'nodes', cluster.nodes.map(node => writtenName(node === host.name ? name : node)).join(', ')))
        ]
    };
}

/** Merges two blocks of the same kind unless both contain the same statement or property. */
function merge(first: Host, second: Host): readonly Fix[] {
    const inFirst = new Set(memberKindsIn(first));
    const inSecond = memberKindsIn(second);
    const lines = innerLinesOf(second);
    const isPossible = first.element === second.element && lines.length > 0 && inSecond.every(kind => !inFirst.has(kind));
    return isPossible ? [{ title: `Merge both blocks of ${first.name} into the first`, edits: [insertStatement(first, ...lines), removeStatement(second)] }] : [];
}

/** The properties and kinds of statements of a block that may appear only once. */
function memberKindsIn(host: Host): readonly string[] {
    return membersOf(originOf(host)).filter(member => !ast.isAllow(member)).map(member => ast.isProperty(member) ? keyOf(member) : member.$type);
}

function describe(host: Host): string {
    return `a ${host.element} of ${nameOf(host.site)}`;
}

function nameOf(site: Site): string {
    return site.code === '' ? 'a site without a code' : site.code;
}

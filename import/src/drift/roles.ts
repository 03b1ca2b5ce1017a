import { authenticationLabel, type Fact, factsOfUpdatePoint, type Host, roleOf, unknownValue } from '@sup/comparison';
import { copyInto, removeStatement, setHead } from '@sup/language';
import { capital, isUnknown, type ProxyServer, type SoftwareUpdatePoint, toUpperCaseCode } from '@sup/model';
import type { DriftCollector } from './drift-collector.js';
import { compareValues, takeOverTitle, type ValueComparison, partName } from './values.js';

/** The states of a software update point, with their articles. */
const articles = { active: 'an active', internet: 'an Internet-based', inactive: 'an inactive' } as const;

/** A software update point in a message: `an active software update point`. */
export function roleText(point: SoftwareUpdatePoint): string {
    return `${isUnknown(point, 'state') ? 'a' : articles[point.state]} software update point`;
}

/** Compares the software update points. The nodes of a cluster have the role too, which a plan need not state. */
export function compareRoles(host: Host, real: Host, collector: DriftCollector): void {
    const [planned, found] = [roleOf(host), roleOf(real)];
    const name = partName(host.name);
    if (planned && found) {
        compareStates(planned, found, name, collector);
        const [facts, realFacts] = [roleFacts(planned, found), roleFacts(found, planned)];
        compareValues({ name, planned, real: found, facts, realFacts }, comparisonForRole(planned, collector.importedHost(real)), collector);
    } else if (found && !isNode(host) && !isNode(real)) {
        collector.add({
            kind: 'notPlanned', at: { of: host, part: 'name' }, subject: `${capital(roleText(found))} on ${name}`,
            takeOver: { title: `Add the software update point on ${name} from reality`, edits: () => collector.importedHost(real).updatePoints.map(point => copyInto(host, point)) }
        });
    } else if (planned && !found && !isNode(real)) {
        if (collector.coverageOf(real.site).roles) {
            collector.add({ kind: 'notYetFound', at: { of: planned }, subject: `The software update point on ${name}`, takeOver: { title: `Remove the software update point of ${name}`, edits: () => [removeStatement(planned)] } });
        } else {
            collector.skip(host, `The software update point on ${name}`);
        }
    }
}

const isNode = ({ name, site }: Host): boolean => site.clusters.some(({ nodes }) => nodes.some(node => toUpperCaseCode(node) === toUpperCaseCode(name)));

const stateName = 'the state of the software update point';

function compareStates(planned: SoftwareUpdatePoint, found: SoftwareUpdatePoint, name: string, collector: DriftCollector): void {
    if (isUnknown(planned, 'state') || isUnknown(found, 'state')) {
        collector.skip(planned, `${name}, ${stateName}`);
    } else if (planned.state !== found.state) {
        collector.add({
            kind: 'differs', at: { of: planned, part: 'state' }, subject: `${name}, ${stateName}`, planned: planned.state, found: found.state,
            takeOver: { title: takeOverTitle(found.state), edits: () => [setHead(planned, 'state', found.state === 'inactive' ? undefined : found.state)] }
        });
    }
}

/** The facts of a role. If only one of the two has a proxy server, its account and authentication are not differences of their own. */
function roleFacts(point: SoftwareUpdatePoint, other: SoftwareUpdatePoint): readonly Fact[] {
    const facts = factsOfUpdatePoint(point);
    const proxy = facts.find(({ property }) => property === 'proxy');
    return !point.proxy || !other.proxy ? facts.filter(fact => fact === proxy || fact.property !== 'proxy')
        : facts.map(fact => fact.label === authenticationLabel && fact.value === undefined ? { ...fact, value: impliedAuthentication(point.proxy!) } : fact);
}

/** Whether a proxy server requires authentication, if only its account states it. */
function impliedAuthentication(proxy: ProxyServer): string {
    return isUnknown(proxy, 'account') ? unknownValue : proxy.account === undefined ? 'no' : 'yes';
}

/** A role whose account or proxy server is omitted has none. */
function comparisonForRole(planned: SoftwareUpdatePoint, imported: Host): (fact: Fact) => ValueComparison {
    const proxy = roleOf(imported)?.proxy;
    return ({ property }) => ({
        isOmissionStatement: property === 'account' || property === 'proxy',
        ...property === 'proxy' ? { takeOver: () => ({ title: 'Take over the proxy server from reality', edits: () => [...planned.proxy ? [removeStatement(planned.proxy)] : [], ...proxy ? [copyInto(planned, proxy)] : []] }) } : {}
    });
}

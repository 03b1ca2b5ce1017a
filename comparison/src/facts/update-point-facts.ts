import { portsOf, type SoftwareUpdatePoint, usesSsl } from '@sup/model';
import { costs } from './costs.js';
import type { Fact } from './fact.js';
import { effectiveFact, writtenFact, yesNo } from './fact-makers.js';
import { portsText } from './wsus-facts.js';

/** The facts of a software update point that both versions have. */
export function factsOfUpdatePoint(point: SoftwareUpdatePoint): readonly Fact[] {
    const isInternet = point.state === 'internet';
    const cost = isInternet ? costs.internetRole : costs.role;
    // A role that is not in use has no derived facts: only its own text counts.
    const [ports, ssl] = point.state === 'inactive' ? [point.ports, point.ssl] : [portsOf(point), usesSsl(point)];
    return [
        effectiveFact('update-point', 'the pair of ports of the software update point', portsText(ports), portsText(point.ports), cost, costs.followsWsus),
        effectiveFact('update-point', 'the use of SSL by clients and child sites', yesNo(ssl), yesNo(point.ssl), cost, costs.followsWsus),
        effectiveFact('update-point', 'the clients that it accepts', point.accepts ?? (isInternet ? ['internet'] : ['intranet']), point.accepts, cost),
        writtenFact('update-point', 'the connection account', point.account, cost),
        writtenFact('update-point', 'the proxy server', point.proxy && ([point.proxy.host, point.proxy.port].filter(part => part !== undefined).join(':') || 'without a name'), cost),
        writtenFact('update-point', 'the authentication at the proxy server', yesNo(point.proxy?.authentication), cost),
        writtenFact('update-point', 'the account for the proxy server', point.proxy?.account, cost),
        ...isInternet ? [effectiveFact('update-point', 'the source of the Internet-based software update point', sourceTexts[point.source ?? 'active'], point.source, costs.internetRole)] : []
    ];
}

const sourceTexts: Readonly<Record<NonNullable<SoftwareUpdatePoint['source']>, string>> = { active: 'the active software update point', none: 'none (export and import)' };

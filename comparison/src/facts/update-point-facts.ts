import { importPlanText, isUnknown, portsOf, type ProxyServer, type SoftwareUpdatePoint, usesSsl } from '@sup/model';
import { costs } from './costs.js';
import type { Fact } from './fact.js';
import { effectiveFact, stated, unknownValue, writtenFact, yesNo } from './fact-makers.js';
import { portsText } from './wsus-facts.js';

export const authenticationLabel = 'the authentication at the proxy server';

/** The facts of a software update point that both versions have. */
export function factsOfUpdatePoint(point: SoftwareUpdatePoint): readonly Fact[] {
    const isInternet = point.state === 'internet';
    const cost = isInternet ? costs.internetRole : costs.role;
    // A role that is not in use has no derived facts: only its own text counts.
    const [ports, ssl] = point.state === 'inactive' ? [point.ports, point.ssl] : [portsOf(point), usesSsl(point)];
    return [
        effectiveFact('update-point', 'ports', 'the pair of ports of the software update point', stated(point, 'ports', portsText(ports)), stated(point, 'ports', portsText(point.ports)), cost, costs.followsWsus),
        effectiveFact('update-point', 'ssl', 'the use of SSL by clients and child sites', stated(point, 'ssl', yesNo(ssl)), stated(point, 'ssl', yesNo(point.ssl)), cost, costs.followsWsus),
        effectiveFact('update-point', 'accepts', 'the clients that it accepts', stated(point, 'accepts', point.accepts ?? (isInternet ? ['internet'] : ['intranet'])), stated(point, 'accepts', point.accepts), cost),
        writtenFact('update-point', 'account', 'the connection account', stated(point, 'account', point.account), cost),
        writtenFact('update-point', 'proxy', 'the proxy server', proxyText(point.proxy), cost),
        writtenFact('update-point', 'proxy', authenticationLabel, stated(point.proxy, 'authentication', yesNo(point.proxy?.authentication)), cost),
        writtenFact('update-point', 'proxy', 'the account for the proxy server', stated(point.proxy, 'account', point.proxy?.account), cost),
        ...isInternet ? [effectiveFact('update-point', 'source', 'the source of the Internet-based software update point', stated(point, 'source', sourceTexts[point.source ?? 'active']), stated(point, 'source', point.source), costs.internetRole)] : [],
        writtenFact('update-point', 'import', 'the import of updates', stated(point, 'importPlan', point.importPlan && importPlanText(point.importPlan)), costs.manualImport)
    ];
}

function proxyText(proxy: ProxyServer | undefined): string | undefined {
    if (isUnknown(proxy, 'host') && isUnknown(proxy, 'port')) {
        return unknownValue;
    }
    const parts = proxy && [stated(proxy, 'host', proxy.host), stated(proxy, 'port', proxy.port?.toString())].filter(part => part !== undefined);
    return parts && (parts.join(':') || 'without a name');
}

const sourceTexts: Readonly<Record<NonNullable<SoftwareUpdatePoint['source']>, string>> = { active: 'the active software update point', none: 'none (export and import)' };

import * as ast from '../generated/ast.js';
import type { BlockName } from '../tree/blocks.js';

/** The name of a statement, the blocks that it belongs in, and its documentation. */
export interface StatementDefinition {
    readonly name: string;
    readonly blocks: readonly BlockName[];
    /** Whether a block can contain at most one. */
    readonly isSingle?: true;
    readonly documentation: string;
}

const everywhere: readonly BlockName[] = ['file', 'site', 'server', 'wsus', 'software update point', 'cluster', 'synchronization', 'clients', 'scenario'];

/** All statements except properties, by node type. */
export const statements: ReadonlyMap<string, StatementDefinition> = new Map(Object.entries({
    [ast.HierarchyHeader.$type]: { name: 'hierarchy', blocks: ['file'], isSingle: true, documentation: 'Names the hierarchy that the sites of this file belong to. All files of a workspace folder with the same name make up one hierarchy.' },
    [ast.Site.$type]: { name: 'site', blocks: ['file'], documentation: 'A Configuration Manager site: `central`, `primary` or `secondary`, with its three-character site code.' },
    [ast.Server.$type]: { name: 'server', blocks: ['site'], documentation: 'A site system: a computer that holds roles for its site.' },
    [ast.SiteServer.$type]: { name: 'site server', blocks: ['server'], isSingle: true, documentation: 'Marks the site server, on which WSUS Configuration Manager and WSUS Synchronization Manager run.' },
    [ast.WsusServer.$type]: { name: 'wsus', blocks: ['server'], isSingle: true, documentation: 'The WSUS server installed on this computer. It must be installed before the software update point role is added.' },
    [ast.SoftwareUpdatePoint.$type]: { name: 'software update point', blocks: ['server', 'cluster'], documentation: 'The software update point role. It is inactive unless it is the `active` or `internet` (active Internet-based) software update point of the site.' },
    [ast.Cluster.$type]: { name: 'cluster', blocks: ['site'], documentation: 'A network load balancing cluster of servers. It can host the active software update point.' },
    [ast.Synchronization.$type]: { name: 'synchronization', blocks: ['site'], isSingle: true, documentation: 'The settings of the Software Update Point Component: source, schedule, products, classifications, languages.' },
    [ast.ClientGroup.$type]: { name: 'clients', blocks: ['site'], documentation: 'A named group of clients at this site, with its own Group Policy.' },
    [ast.ProxyServer.$type]: { name: 'proxy', blocks: ['software update point'], isSingle: true, documentation: 'The proxy server through which the software update point reaches its source.' },
    [ast.Scenario.$type]: { name: 'scenario', blocks: ['file'], documentation: 'Events in the hierarchy over time, and the expectations that must hold. A run starts at midnight and lasts for the stated duration.' },
    [ast.Assume.$type]: { name: 'assume', blocks: ['scenario'], isSingle: true, documentation: 'Assumptions of the simulation in this scenario, such as durations and sizes.' },
    [ast.ScenarioEvent.$type]: { name: 'at', blocks: ['scenario'], documentation: 'An event at a time of the run, such as `at 1d 3h: stop CENSUP01 for 4h`.' },
    [ast.Expectation.$type]: { name: 'expect', blocks: ['scenario'], documentation: 'An expectation that must hold, such as `expect all sites synchronized by 2d`.' },
    [ast.Allow.$type]: { name: 'allow', blocks: everywhere, documentation: 'Accepts a risk: suppresses the findings of a rule in this block, for the stated reason, until the stated date.' }
} satisfies Record<string, StatementDefinition>));

export function statementOf(member: ast.Member): StatementDefinition | undefined {
    return statements.get(member.$type);
}

import { hostsOf, toUpperCaseCode, type ClientGroup, type Cluster, type Hierarchy, type Ports, type Server, type Site, type SoftwareUpdatePoint, type Synchronization, type WsusServer, wsusVersions } from '@sup/model';

/** The facts that a plan states, and nothing that follows from them: the clauses derive the rest by themselves. */
export class Facts {
    private readonly lines: string[] = [];
    /** The numbers of the elements of the current hierarchy. Hierarchies can share elements. */
    private ids = new Map<object, number>();
    private used = 0;
    private hierarchies = 0;

    /** The number of characters. */
    length = 0;

    text(): string {
        return this.lines.join('\n');
    }

    /** Adds a hierarchy. Its sites become numbers, in the order of declaration. */
    add({ sites }: Hierarchy): void {
        const hierarchy = this.hierarchies++;
        this.ids = new Map();
        const hosts = new Map(sites.flatMap(hostsOf).map(host => [toUpperCaseCode(host.name), host]));
        sites.forEach(site => this.idOf(site));
        for (const site of sites) {
            this.state('site', site, hierarchy);
            this.addSite(site);
            for (const host of hostsOf(site)) {
                this.state('host', host, site);
                this.addHost(host, hosts);
            }
            site.synchronizations.forEach(settings => this.addSettings(site, settings, hosts));
        }
    }

    /** States that the rules report a finding at a site. */
    addReport(rule: string, site: Site): void {
        this.state('reported', text(rule), site);
    }

    private addSite(site: Site): void {
        this.stateIf('kind', site, site.kind);
        this.state('code', site, text(toUpperCaseCode(site.code)));
        site.parentCodes.forEach((code, i) => this.state('reports_to', site, text(toUpperCaseCode(code)), i));
        this.stateIf('mode', site, site.mode);
        if (site.release) {
            const { product, servicePack } = site.release;
            if (product === 'SMS 2003') {
                this.state('sms2003', site);
            } else {
                this.state('service_pack', site, ['RTM', 'SP1', 'SP2'].indexOf(servicePack));
            }
        }
        if (site.clients) {
            this.state('clients', site, 'intranet', site.clients.intranet);
            this.state('clients', site, 'internet', site.clients.internet);
        }
        this.stateUnknown(site, site.unknown);
        this.addPolicy(site, site, 'intranet', site.groupPolicy);
        for (const group of site.clientGroups) {
            this.state('group', group, site);
            this.stateIf('group_on', group, group.on);
            this.stateIf('group_count', group, group.count);
            this.stateUnknown(group, group.unknown);
            this.addPolicy(group, site, group.on ?? 'intranet', group.policy);
        }
    }

    /** An address in Group Policy and its parts. An address that goes on after the port has no host. */
    private addPolicy(of: Site | ClientGroup, site: Site, on: string, address: string | undefined): void {
        if (address !== undefined) {
            this.state('policy', of, site, on);
            const [, scheme, host, port] = /^(?:(https?):\/\/)?([^/:]+)(?::([0-9]+))?\/?$/i.exec(address) ?? [];
            this.stateIf('policy_scheme', of, scheme?.toLowerCase() ?? /^https?(?=:)/i.exec(address)?.[0].toLowerCase());
            if (host) {
                this.state('policy_host', of, text(host.toLowerCase()));
                this.state('policy_first_label', of, text(host.toLowerCase().split('.')[0]!));
                this.state('policy_port', of, port ?? 'none');
            }
        }
    }

    private addHost(host: Server | Cluster, hosts: ReadonlyMap<string, Server | Cluster>): void {
        this.state(host.element, host);
        this.state('name', host, text(host.name.toLowerCase()));
        this.stateIf('fqdn', host, textIf(host.fqdn?.toLowerCase()));
        this.stateIf('internet_fqdn', host, textIf(host.internetFqdn?.toLowerCase()));
        this.stateUnknown(host, host.unknown);
        if (host.element === 'cluster') {
            new Set(host.nodes).forEach(node => this.state('names_node', host, text(node)));
            host.nodes.forEach(node => this.stateIf('node', host, hosts.get(toUpperCaseCode(node))));
        } else {
            this.stateWhen(host.isSiteServer, 'site_server', host);
            this.stateWhen(host.wsusConsole !== undefined, 'console', host, wsusVersions.indexOf(host.wsusConsole!));
            if (host.wsus) {
                this.addWsus(host, host.wsus, hosts);
            }
        }
        host.updatePoints.forEach(point => this.addRole(host, point));
    }

    private addWsus(host: Server, wsus: WsusServer, hosts: ReadonlyMap<string, Server | Cluster>): void {
        this.state('wsus', host);
        wsus.unknown?.forEach(field => this.state('unknown_wsus', host, text(field)));
        this.stateIf('database', host, textIf(wsus.database?.toUpperCase()));
        this.stateIf('content', host, textIf((wsus.contentShare ?? wsus.contentFolder)?.toUpperCase()));
        this.stateWhen(wsus.database?.toLowerCase() === 'windows internal database', 'own_database', host);
        this.stateWhen((wsus.contentShare ?? wsus.contentFolder)?.startsWith('\\\\') === false, 'own_content', host);
        this.stateWhen(wsus.version !== undefined, 'version', host, wsusVersions.indexOf(wsus.version!));
        this.statePorts('wsus_ports', host, wsus.ports);
        this.stateIf('wsus_ssl', host, wsus.ssl);
        this.stateIf('replica', host, yesNo(wsus.replica));
        this.stateIf('upstream', host, wsus.upstream === undefined ? undefined : hosts.get(toUpperCaseCode(wsus.upstream)) ?? 'unknown');
    }

    private addRole(host: Server | Cluster, point: SoftwareUpdatePoint): void {
        this.state('role', point, host, point.state);
        point.accepts?.forEach(clients => this.state('accepts', point, clients));
        this.statePorts('role_ports', point, point.ports);
        this.stateIf('role_ssl', point, yesNo(point.ssl));
        this.stateIf('role_source', point, point.source);
        this.stateIf('account', point, textIf(point.account));
        this.stateUnknown(point, point.unknown);
    }

    private addSettings(site: Site, settings: Synchronization, hosts: ReadonlyMap<string, Server | Cluster>): void {
        this.state('settings', site);
        settings.unknown?.forEach(field => this.state('unknown_settings', site, text(field)));
        const { source, schedule, products, classifications, languages, summaryLanguages } = settings;
        if (source) {
            const server = source.kind === 'server' ? hosts.get(toUpperCaseCode(source.server)) : undefined;
            this.state('source', site, source.kind === 'server' ? `server(${server ? this.idOf(server) : 'unknown'})` : source.kind.replace('-', '_'));
        }
        this.stateIf('schedule', site, schedule?.kind);
        for (const [predicate, values] of Object.entries({ product: products, classification: classifications, language: languages, summary_language: summaryLanguages })) {
            values?.forEach(value => this.state(predicate, site, text(value)));
        }
    }

    private statePorts(predicate: string, element: object, ports: Ports | undefined): void {
        if (ports) {
            this.state(predicate, element, ports.http, ports.https ?? 'none');
        }
    }

    /** States the fields with the value `unknown`. */
    private stateUnknown(element: object, fields: ReadonlySet<string> | undefined): void {
        fields?.forEach(field => this.state('unknown', element, text(field)));
    }

    private stateWhen(condition: boolean, predicate: string, ...args: readonly Argument[]): void {
        if (condition) {
            this.state(predicate, ...args);
        }
    }

    private stateIf(predicate: string, element: object, value: Argument | undefined): void {
        if (value !== undefined) {
            this.state(predicate, element, value);
        }
    }

    private state(predicate: string, ...args: readonly Argument[]): void {
        const fact = `${predicate}(${args.map(each => typeof each === 'object' ? this.idOf(each) : each).join()}).`;
        this.lines.push(fact);
        this.length += fact.length + 1;
    }

    idOf(element: object): number {
        const id = this.ids.get(element) ?? this.used++;
        this.ids.set(element, id);
        return id;
    }
}

type Argument = object | string | number;

const text = (value: string): string => JSON.stringify(value);
const textIf = (value: string | undefined): string | undefined => value === undefined ? undefined : text(value);
const yesNo = (value: boolean | undefined): string | undefined => value === undefined ? undefined : value ? 'yes' : 'no';

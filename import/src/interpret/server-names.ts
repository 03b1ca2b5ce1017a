import { groupBy } from '@sup/model';
import { plainText } from '../text/plain-text.js';
import { bareServerName, labelsOf } from '../text/server-name.js';

/** A server or cluster of a plan that the sources are compared with. */
export interface PlannedHost {
    readonly name: string;
    readonly fqdn: string | undefined;
}

/**
 * The servers behind the names in the sources, which differ in case and have a domain or none. Two names are one server if their first labels are
 * equal without case, unless their domains contradict each other.
 */
export class ServerNames {
    private readonly domains = new Map<string, Set<string>>();
    private readonly firstDomains = new Map<string, string>();
    /** The names with a part of their domain, by the whole name. */
    private readonly taken = new Map<string, string>();
    /** The numbers at the ends of names, by the names without them. */
    private readonly counts = new Map<string, number>();
    /** All names; undefined until the first is resolved. */
    private used: Set<string> | undefined;
    /** The hosts of the plan by their first labels. */
    private readonly planned: ReadonlyMap<string, readonly PlannedHost[]>;

    /** `planned`: the servers and clusters of a plan, whose names take precedence. */
    constructor(planned: readonly PlannedHost[] = []) {
        this.planned = groupBy(planned, ({ name }) => [labelsOf(name).label]);
    }

    /** Every name must be added before the first is resolved. */
    add(name: string): void {
        const { label, domain } = labelsOf(plainText(bareServerName(name)));
        if (label !== '') {
            const known = this.domains.get(label) ?? new Set();
            this.domains.set(label, domain === undefined ? known : known.add(domain));
        }
    }

    /** The name of a server in the plan: its first label in capitals, and the first label of its domain if that is needed. Undefined for an empty name. */
    resolve(name: string): string | undefined {
        const { label, domain } = labelsOf(plainText(bareServerName(name)));
        return label === '' ? undefined : this.plannedName(label, domain) ?? this.nameOf(label, domain);
    }

    /** The name that the plan has for a server. If it has several with this label, their domains decide. */
    private plannedName(label: string, domain: string | undefined): string | undefined {
        const hosts = this.planned.get(label) ?? [];
        const domains = [...this.domains.get(label) ?? []];
        const known = domain ?? (domains.length === 1 ? domains[0] : undefined);
        return hosts.length < 2 && domains.length < 2 ? hosts[0]?.name : hosts.find(host => domainOf(host) === known)?.name;
    }

    private nameOf(label: string, domain: string | undefined): string {
        const domains = this.domains.get(label);
        return domain === undefined || domains === undefined || domains.size < 2 || domain === this.firstOf(domains, label) ? label : this.nameInDomain(label, domain);
    }

    /** The first domain of a label, whose server has the label as its name. */
    private firstOf(domains: ReadonlySet<string>, label: string): string {
        const first = this.firstDomains.get(label) ?? [...domains].sort()[0]!;
        this.firstDomains.set(label, first);
        return first;
    }

    /** Labels that stand for several servers, which the plan names differently. */
    get ambiguous(): readonly string[] {
        return [...this.domains].filter(([, domains]) => domains.size > 1).map(([label]) => label).sort();
    }

    private nameInDomain(label: string, domain: string): string {
        const key = `${label}.${domain}`;
        let name = this.taken.get(key);
        if (name === undefined) {
            const base = `${label}-${domain.split('.')[0]!.toUpperCase()}`;
            this.used ??= new Set(this.domains.keys());
            let count = this.counts.get(base) ?? 0;
            do {
                count++;
                name = count === 1 ? base : `${base}${count}`;
            } while (this.used.has(name));
            this.counts.set(base, count);
            this.used.add(name);
            this.taken.set(key, name);
        }
        return name;
    }
}

/** The domain of a planned host, in its name or else in its FQDN. */
function domainOf({ name, fqdn }: PlannedHost): string | undefined {
    return labelsOf(name).domain ?? (fqdn === undefined ? undefined : labelsOf(fqdn).domain);
}

/** The fully qualified name in a name, in small letters; undefined if it has no domain. */
export function fqdnIn(name: string): string | undefined {
    const plain = plainText(bareServerName(name));
    return labelsOf(plain).domain === undefined ? undefined : plain.toLowerCase();
}

import { plainText } from '../text/plain-text.js';
import { bareServerName, labelsOf } from '../text/server-name.js';

/**
 * The servers behind the names in the sources, which differ in case and have a domain or none. Two names are one server if their first labels are
 * equal without case, unless their domains contradict each other.
 */
export class ServerNames {
    private readonly domains = new Map<string, Set<string>>();
    private readonly taken = new Map<string, string>();

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
        if (label === '') {
            return undefined;
        }
        const [first, ...others] = [...this.domains.get(label) ?? []].sort();
        return others.length === 0 || domain === undefined || domain === first ? label : this.nameInDomain(label, domain);
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
            const used = new Set([...this.taken.values(), ...this.domains.keys()]);
            name = base;
            for (let i = 2; used.has(name); i++) {
                name = `${base}${i}`;
            }
            this.taken.set(key, name);
        }
        return name;
    }
}

/** The fully qualified name in a name, in small letters; undefined if it has no domain. */
export function fqdnIn(name: string): string | undefined {
    const plain = plainText(bareServerName(name));
    return labelsOf(plain).domain === undefined ? undefined : plain.toLowerCase();
}

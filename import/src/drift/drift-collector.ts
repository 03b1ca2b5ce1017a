import type { Difference } from '@sup/language';
import { type Cluster, type Hierarchy, hostsOf, type Server, type Site, toUpperCaseCode } from '@sup/model';
import type { SiteCoverage } from '../interpret/draft.js';
import type { Reality } from '../reality.js';

/** The two sides of a comparison, and the differences that are found. */
export class DriftCollector {
    readonly differences: Difference[] = [];
    uncompared = 0;
    private readonly sites: ReadonlyMap<string, Site>;
    private readonly importedSites: ReadonlyMap<string, Site>;

    /** `real` has `unknown` for everything that was not read. `imported` is the plan that an import would write; fixes copy statements from it. */
    constructor(readonly plan: Hierarchy, readonly real: Hierarchy, imported: Hierarchy, readonly reality: Reality, private readonly when: string) {
        this.sites = firstByCode(plan);
        this.importedSites = firstByCode(imported);
    }

    add(difference: Omit<Difference, 'when'>): void {
        this.differences.push({ ...difference, when: this.when });
    }

    /** Counts values that are not compared, because one of the two sides does not state them. */
    skip(count = 1): void {
        this.uncompared += count;
    }

    /** The site of the plan with a code. */
    plannedSite(code: string): Site | undefined {
        return this.sites.get(toUpperCaseCode(code));
    }

    /** A site as an import would write it. */
    importedSite(code: string): Site {
        return this.importedSites.get(toUpperCaseCode(code))!;
    }

    /** A server or cluster as an import would write it. */
    importedHost(host: Server | Cluster): Server | Cluster {
        return hostsOf(this.importedSite(host.site.code)).find(({ name }) => name === host.name)!;
    }

    coverageOf(site: Site): SiteCoverage {
        return this.reality.coverage.get(toUpperCaseCode(site.code))!;
    }
}

function firstByCode({ sites }: Hierarchy): ReadonlyMap<string, Site> {
    const byCode = new Map<string, Site>();
    sites.forEach(site => byCode.set(toUpperCaseCode(site.code), byCode.get(toUpperCaseCode(site.code)) ?? site));
    return byCode;
}

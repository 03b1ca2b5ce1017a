import type { Difference } from '@sup/language';
import { type Cluster, type Hierarchy, hostsOf, type ModelElement, ownerOf, type Server, type Site, toUpperCaseCode } from '@sup/model';
import type { SiteCoverage } from '../interpret/draft.js';
import type { Reality } from '../reality.js';

/** A value that was not compared, because one of the two sides does not state it. */
export interface UncomparedValue {
    /** The code of the site of the plan that it belongs to. */
    readonly site: string;
    /** The part and the property: `NV2SUP01, the version of WSUS`. */
    readonly subject: string;
}

/** The two sides of a comparison, and the differences that are found. */
export class DriftCollector {
    readonly differences: Difference[] = [];
    readonly uncompared: UncomparedValue[] = [];
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

    /** Records a value of the plan that is not compared, because one of the two sides does not state it. */
    skip(of: ModelElement, subject: string): void {
        this.uncompared.push({ site: ownerOf(of)?.site.code ?? '', subject });
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

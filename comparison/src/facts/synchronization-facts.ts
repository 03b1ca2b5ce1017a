import { activeUpdatePointOf, type Hierarchy, scheduleText, type Site, type SoftwareUpdatePoint, sourceOf, type SynchronizationSource, upstreamOf } from '@sup/model';
import { costs } from './costs.js';
import type { Fact } from './fact.js';
import { effectiveFact, writtenFact } from './fact-makers.js';

/** The settings of the Software Update Point Component of a site, with the defaults of the product where the plan leaves them out. */
export function synchronizationFacts(hierarchy: Hierarchy, site: Site): readonly Fact[] {
    const settings = site.synchronizations[0];
    const isInUse = settings !== undefined || activeUpdatePointOf(site) !== undefined;
    const source = settings?.source;
    return [
        effectiveFact('synchronization', 'the synchronization source', isInUse ? sourceText(sourceOf(hierarchy, site), upstreamOf(hierarchy, site)) : undefined, source && sourceText(source, undefined), costs.source),
        // Without a schedule, synchronization is started by hand. Source: "About Software Updates Synchronization" (ConfigMgr 2007 library).
        effectiveFact('synchronization', 'the synchronization schedule', scheduleText(settings?.schedule ?? { kind: 'manual' }), settings?.schedule && scheduleText(settings.schedule), costs.schedule),
        writtenFact('synchronization', 'the products', settings?.products, costs.catalog),
        writtenFact('synchronization', 'the update classifications', settings?.classifications, costs.catalog),
        writtenFact('synchronization', 'the update file languages', settings?.languages, costs.languages),
        writtenFact('synchronization', 'the languages of summary details', settings?.summaryLanguages, costs.languages),
        effectiveFact('synchronization', 'the reporting of WSUS events', settings?.reportingEvents ?? 'none', settings?.reportingEvents, costs.source)
    ];
}

function sourceText(source: SynchronizationSource, upstream: SoftwareUpdatePoint | undefined): string {
    switch (source.kind) {
        case 'microsoft-update': return 'Microsoft Update';
        case 'parent-site': return upstream ? upstream.host.name : 'the parent site';
        case 'none': return 'none (export and import)';
        case 'server': return source.server;
    }
}

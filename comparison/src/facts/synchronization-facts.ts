import { activeUpdatePointOf, type Hierarchy, importPlanText, scheduleText, type Site, type SoftwareUpdatePoint, sourceOf, type SynchronizationSource, upstreamOf } from '@sup/model';
import type { Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact } from './fact.js';
import { effectiveFact, stated, writtenFact } from './fact-makers.js';

/** The settings of the Software Update Point Component of a site, with the defaults of the product where the plan leaves them out. */
export function synchronizationFacts(hierarchy: Hierarchy, site: Site): readonly Fact[] {
    const settings = site.synchronizations[0];
    const isInUse = settings !== undefined || activeUpdatePointOf(site) !== undefined;
    const source = settings?.source;
    const list = (property: string, label: string, field: 'products' | 'classifications' | 'languages' | 'summaryLanguages', cost: Cost): Fact => writtenFact('synchronization', property, label, stated(settings, field, settings?.[field]), cost);
    return [
        effectiveFact('synchronization', 'source', 'the synchronization source', isInUse ? stated(settings, 'source', sourceText(sourceOf(hierarchy, site), upstreamOf(hierarchy, site))) : undefined, stated(settings, 'source', sourceText(source, undefined)), costs.source),
        // Without a schedule, synchronization is started by hand. Source: "About Software Updates Synchronization" (ConfigMgr 2007 library).
        effectiveFact('synchronization', 'schedule', 'the synchronization schedule', stated(settings, 'schedule', scheduleText(settings?.schedule ?? { kind: 'manual' })), stated(settings, 'schedule', settings?.schedule && scheduleText(settings.schedule)), costs.schedule),
        list('products', 'the products', 'products', costs.catalog),
        list('classifications', 'the update classifications', 'classifications', costs.catalog),
        list('languages', 'the update file languages', 'languages', costs.languages),
        list('summary languages', 'the languages of summary details', 'summaryLanguages', costs.languages),
        effectiveFact('synchronization', 'reporting events', 'the reporting of WSUS events', stated(settings, 'reportingEvents', settings?.reportingEvents ?? 'none'), stated(settings, 'reportingEvents', settings?.reportingEvents), costs.source),
        writtenFact('synchronization', 'import', 'the import of updates', stated(settings, 'importPlan', settings?.importPlan && importPlanText(settings.importPlan)), costs.manualImport)
    ];
}

function sourceText(source: SynchronizationSource | undefined, upstream: SoftwareUpdatePoint | undefined): string | undefined {
    switch (source?.kind) {
        case undefined: return undefined;
        case 'microsoft-update': return 'Microsoft Update';
        case 'parent-site': return upstream ? upstream.host.name : 'the parent site';
        case 'none': return 'none (export and import)';
        case 'server': return source.server;
    }
}

import { type Fact, factsOfSite } from '@sup/comparison';
import { copyInto, declareAfter, linesOf, quoteString, setHead, takeOverProperty, writtenValue } from '@sup/language';
import { capital, clientsOf, isUnknown, type Site, toUpperCaseCode } from '@sup/model';
import type { DriftCollector } from './drift-collector.js';
import { compareLinks } from './links.js';
import { compareValues, partName, takeOverTitle, type ValueComparison, valueText } from './values.js';

/** Compares the sites: those that one of the two sides does not have, their parents, their names and their values. */
export function compareSites(collector: DriftCollector): void {
    const { plan, real, reality } = collector;
    const found = new Map(real.sites.map(site => [toUpperCaseCode(site.code), site]));
    for (const site of plan.sites.filter(each => collector.plannedSite(each.code) === each)) {
        const counterpart = found.get(toUpperCaseCode(site.code));
        if (counterpart) {
            compareSite(site, counterpart, collector);
        } else if (reality.hasAllSites) {
            collector.add({ kind: 'notYetFound', at: { of: site, part: 'name' }, subject: `Site ${partName(site.code)}` });
        } else {
            collector.skip(site, `Site ${partName(site.code)}`);
        }
    }
    real.sites.filter(site => !collector.plannedSite(site.code)).forEach(site => addUnplanned(site, collector));
}

/** Reports a site that only the real hierarchy has, at its parent or at the first site of the plan. */
function addUnplanned(site: Site, collector: DriftCollector): void {
    const [code = ''] = site.parentCodes;
    const near = collector.plannedSite(code) ?? collector.plan.tops[0] ?? collector.plan.sites[0]!;
    const below = code === '' ? '' : ` below ${partName(code)}`;
    collector.add({
        kind: 'notPlanned', at: { of: near, part: 'name' }, unplanned: site, subject: `${capital(site.kind === undefined ? 'site' : `${site.kind} site`)} ${partName(site.code)}${below}`,
        takeOver: { title: `Add site ${partName(site.code)} from reality`, edits: () => [declareAfter(near, ...linesOf(collector.importedSite(site.code)))] }
    });
}

function compareSite(site: Site, real: Site, collector: DriftCollector): void {
    const { plan, real: hierarchy } = collector;
    const coverage = collector.coverageOf(real);
    compareParents(site, real, coverage.parent, collector);
    compareTitles(site, real, collector);
    compareClients(site, real, collector);
    compareLinks(site, real, coverage.hours, collector);
    const isCompared = ({ property }: Fact): boolean => property !== 'clients' && property !== 'link' && (property !== 'kind' || coverage.kind);
    if (!coverage.kind) {
        collector.skip(site, `${partName(site.code)}, the kind of site`);
    }
    const [settings] = site.synchronizations;
    const [isOfSite, isOfSettings] = [({ subject }: Fact) => subject !== 'synchronization', ({ subject }: Fact) => subject === 'synchronization'];
    const facts = factsOfSite(plan, site).filter(isCompared);
    const realFacts = factsOfSite(hierarchy, real).filter(isCompared);
    const name = partName(site.code);
    compareValues({ name, planned: site, real, facts: facts.filter(isOfSite), realFacts: realFacts.filter(isOfSite) }, fact => comparisonForSite(fact, real, coverage.addOn), collector);
    compareValues({ name, planned: settings ?? site, real: real.synchronizations[0] ?? real, facts: facts.filter(isOfSettings), realFacts: realFacts.filter(isOfSettings) }, fact => comparisonForSettings(fact, site, collector), collector);
}

function comparisonForSite({ property }: Fact, real: Site, isAddOnKnown: boolean): ValueComparison {
    switch (property) {
        case 'release': return { isSame: (planned, found) => !isAddOnKnown && servicePackOf(planned) === servicePackOf(found) && (addOnOf(found) === '' || addOnOf(planned) === 'R3') };
        case 'kind': return { takeOver: planned => ({ title: takeOverTitle(real.kind), edits: () => [setHead(planned, 'kind', real.kind)] }) };
        default: return {};
    }
}

const addOnOf = (release: string): string => / (R[23])$/.exec(release)?.[1] ?? '';
const servicePackOf = (release: string): string => release.replace(/ R[23]$/, '');

function comparisonForSettings({ property }: Fact, site: Site, collector: DriftCollector): ValueComparison {
    const [settings] = site.synchronizations;
    return {
        // An export has no time of day for a schedule that was set without one, or that repeats every few hours.
        isSame: (planned, found) => property === 'schedule' && !found.includes(' at ') && planned.replace(/ at [0-9:]+$/, '') === found,
        ...settings ? {} : { takeOver: () => ({ title: 'Take over the synchronization settings from reality', edits: () => collector.importedSite(site.code).synchronizations.map(each => copyInto(site, each)) }) }
    };
}

function compareParents(site: Site, real: Site, isKnown: boolean, collector: DriftCollector): void {
    const subject = `${partName(site.code)}, the parent site`;
    const [planned, found] = [site, real].map(({ parentCodes }) => parentCodes.map(toUpperCaseCode).sort());
    if (!isKnown) {
        if (planned!.length > 0) {
            collector.skip(site, subject);
        }
    } else if (planned!.join() !== found!.join()) {
        collector.add({
            kind: 'differs', at: { of: site, part: 'parents' }, subject, planned: valueText(site.parentCodes.length > 0 ? site.parentCodes.join(', ') : undefined),
            found: valueText(real.parentCodes[0]), takeOver: { title: takeOverTitle(real.parentCodes[0]), edits: () => [setHead(site, 'parents', real.parentCodes[0])] }
        });
    }
}

/** Compares the names. A `?` in an export matches any character, since programs write it for characters that their encoding does not have. */
function compareTitles(site: Site, real: Site, collector: DriftCollector): void {
    const subject = `${partName(site.code)}, the name`;
    const [planned, found] = [site.title, real.title];
    if (planned === undefined || planned === found) {
        return;
    }
    const characters = [...found ?? ''];
    if (found === undefined || (characters.includes('?') && characters.length === [...planned].length && [...planned].every((character, i) => characters[i] === '?' || characters[i] === character))) {
        collector.skip(site, subject);
        return;
    }
    collector.add({
        kind: 'differs', at: { of: site, part: 'title' }, subject, planned: valueText(planned), found: valueText(found),
        takeOver: { title: takeOverTitle(found), edits: () => [setHead(site, 'title', quoteString(found))] }
    });
}

/** The share by which the number of clients may differ. It changes every day, and a plan rounds it. */
const toleratedShare = 0.1;

/** Compares the clients of a site, including those of its groups. Exports have no groups. */
function compareClients(site: Site, real: Site, collector: DriftCollector): void {
    const subject = `${partName(site.code)}, the number of clients`;
    const isStated = site.clients !== undefined || isUnknown(site, 'clients') || site.clientGroups.length > 0;
    const isKnown = !isUnknown(site, 'clients') && !isUnknown(real, 'clients') && site.clientGroups.every(group => !isUnknown(group, 'count') && !isUnknown(group, 'on'));
    if (!isStated || !isKnown) {
        if (isStated) {
            collector.skip(site, subject);
        }
        return;
    }
    const [planned, found] = [clientsOf(site), clientsOf(real)];
    const differs = (['intranet', 'internet'] as const).filter(network => Math.abs(planned[network] - found[network]) > Math.max(planned[network], found[network]) * toleratedShare);
    if (differs.length > 0) {
        const textOf = (counts: typeof planned): string => `${counts.intranet} intranet, ${counts.internet} internet`;
        const value = writtenValue(collector.importedSite(real.code), 'clients');
        collector.add({
            kind: 'differs', at: { of: site, part: 'clients' }, subject, planned: textOf(planned), found: textOf(found),
            takeOver: site.clientGroups.length > 0 ? undefined : { title: takeOverTitle(value), edits: () => takeOverProperty(site, collector.importedSite(real.code), 'clients') }
        });
    }
}

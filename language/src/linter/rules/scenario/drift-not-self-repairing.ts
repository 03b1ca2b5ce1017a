import { activeUpdatePointOf, type Hierarchy, hostNamed, isSynchronizationRoot, type Scenario, type ScenarioEvent, type Site, usedUpdatePointOn } from '@sup/model';
import { insertStatement, removeStatement } from '../../edits/edit.js';
import { originOf } from '../../../analysis/projection/origin.js';
import { momentText } from '../../../analysis/scenarios/scenario-text.js';
import { defineRule } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { writtenName } from '../../../syntax/tree/names.js';
import { placeAt, tokensOf } from '../../../syntax/tree/sentences.js';

/** The status message of a failed synchronization. */
const failed = 6703;
/** Minutes after which the fix lets an administrator restore the source. */
const untilRestored = 60;

export default defineRule({
    id: 'drift-not-self-repairing',
    since: '0.1.0',
    summary: 'A scenario that changes the source of the top site in the WSUS console restores it, or expects the failure.',
    category: 'scenario',
    reach: 'graph',
    sources: ['Troubleshooting Software Updates Synchronization', 'About the Software Update Point'],
    messages: {
        lasting: ({ server, site }: { server: string; site: string }) => ({
            what: `From this event on, ${server} no longer synchronizes from Microsoft Update, and nothing in the scenario changes that.`,
            why: `Configuration Manager 2007 restores every setting of WSUS within the hour except this one at the top: each synchronization of ${site} fails, and no site below gets new updates.`,
            todo: `Restore the source at a later time, or expect the failure: \`expect status ${failed} at ${site}\`.`
        })
    },
    fixable: 'suggestion',
    checks: {
        scenario(scenario, context) {
            for (const event of scenario.events) {
                const site = topChangedBy(context.hierarchy, event);
                if (!site || isRestored(scenario, event) || isFailureExpected(scenario, site)) {
                    continue;
                }
                const sentence = originOf(event);
                const { server } = event.action as SetEvent;
                const restoredAt = event.at + untilRestored;
                context.report('lasting', {
                    at: placeAt(sentence, tokensOf(sentence).findIndex(({ kind, text }) => kind === 'word' && text === 'source')),
                    args: { server, site: site.code },
                    related: [{ of: activeUpdatePointOf(site)!, part: 'state', message: `The active software update point of ${site.code}, the top of synchronization` }],
                    fixes: () => [
                        ...scenario.duration !== undefined && restoredAt < scenario.duration ? [{
                            title: `Restore the source at ${momentText(restoredAt)}`,
                            edits: [insertStatement(scenario, `at ${momentText(restoredAt)}: set ${writtenName(server)} source to Microsoft Update`)]
                        }] : [],
                        { title: `Remove ${inCode(sentence.$cstNode!.text)}`, edits: [removeStatement(event)] }
                    ]
                });
            }
        }
    }
});

type SetEvent = Extract<ScenarioEvent['action'], { kind: 'set' }>;

/** The top site whose active software update point gets another source by an event. */
function topChangedBy(hierarchy: Hierarchy, { action }: ScenarioEvent): Site | undefined {
    const isAway = action.kind === 'set' && action.change.setting === 'source' && action.change.value.kind === 'server';
    const host = isAway ? hostNamed(hierarchy, action.server) : undefined;
    const point = host && usedUpdatePointOn(host);
    return point?.state === 'active' && isSynchronizationRoot(hierarchy, point.host.site) ? point.host.site : undefined;
}

/** Whether a later event sets the source of the same server again. */
function isRestored({ events }: Scenario, event: ScenarioEvent): boolean {
    const { server } = event.action as SetEvent;
    const isLater = (other: ScenarioEvent): boolean => other.at > event.at || (other.at === event.at && events.indexOf(other) > events.indexOf(event));
    return events.some(other => isLater(other) && other.action.kind === 'set' && other.action.server === server && other.action.change.setting === 'source');
}

/** Whether the scenario tests the failure: it expects the status message of one, or settings that are never restored. */
function isFailureExpected({ expectations }: Scenario, { code }: Site): boolean {
    return expectations.some(({ claim, when }) => {
        const isHere = 'sites' in claim && (claim.sites.kind === 'all' || (claim.sites.kind === 'site' && claim.sites.code === code));
        return isHere && ((claim.kind === 'status' && claim.id === failed) || (claim.kind === 'settings' && when.kind === 'never'));
    });
}

import { listOf, noEffectReasonOf, topCodesOf } from '@sup/model';
import { AstUtils } from 'langium';
import { removeStatement, replaceText } from '../../edits/edit.js';
import { originOf } from '../../../analysis/projection/origin.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { readSentence } from '../../../syntax/tree/read-sentences.js';
import { placeAt, type Sentence, spanAt, tokensOf } from '../../../syntax/tree/sentences.js';

/** The maximum number of fixes that start the synchronization of another site instead. */
const offered = 3;

export default defineRule({
    id: 'scenario-event-without-effect',
    since: '0.1.0',
    summary: 'Every event of a scenario can happen in this hierarchy and has an effect.',
    category: 'scenario',
    reach: 'graph',
    sources: ['About Software Updates Synchronization', 'About the Software Update Point', 'How to Synchronize Updates Using Export and Import'],
    messages: {
        'no-wsus': ({ name }: { name: string }) => ({
            what: `This event changes nothing: the plan has no WSUS on ${name}.`,
            why: 'The event affects WSUS or its web site, which the server does not have.',
            todo: 'Add `wsus` to the server, or name another server.'
        }),
        'no-point': ({ name }: { name: string }) => ({
            what: `This event changes nothing: ${name} has no software update point in use.`,
            why: 'Configuration Manager uses and configures WSUS only for an active or Internet-based software update point.',
            todo: 'Name a server that has one, or remove the event.'
        }),
        'no-link': ({ name }: { name: string }) => ({
            what: `This event changes nothing: ${name} has no link, because it has no parent site.`,
            why: 'The link of a site is its connection to its parent site.',
            todo: 'Name the site at the lower end of the link.'
        }),
        'no-proxy': ({ name }: { name: string }) => ({
            what: `This event changes nothing: the software update point on ${name} uses no proxy server.`,
            why: 'Its requests go directly to their source.',
            todo: 'Add `proxy` to the role, or remove the event.'
        }),
        'not-top': ({ name, tops }: { name: string; tops: readonly string[] }) => ({
            what: `This event does nothing: the synchronization of ${name} cannot be started manually.`,
            why: `It follows the synchronization of the parent site; the console offers to start one only at the top, here at ${listOf(tops)}.`,
            todo: 'Start the synchronization at the top; the sites below follow.'
        }),
        'replica': ({ name }: { name: string }) => ({
            what: `This event does nothing: ${name} is on a secondary site, where WSUS is a replica.`,
            why: 'A replica takes everything from its upstream server, and updates cannot be imported into it.',
            todo: 'Name a server of a primary site, or remove the event.'
        }),
        'connected': ({ name }: { name: string }) => ({
            what: `This event does nothing: ${name} is connected to its source.`,
            why: 'Export and import are for a software update point that cannot reach its source, which a plan states as `source: none`.',
            todo: 'Write `source: none` in the plan, or remove the event.'
        }),
        'not-failed': ({ name }: { name: string }) => ({
            what: `This event changes nothing: ${name} works at this time.`,
            why: 'No earlier event makes it fail, or it has already recovered.',
            todo: 'Remove the event, or add an earlier failure.'
        }),
        'not-published': ({ name }: { name: string }) => ({
            what: `This event does nothing: ${name} has not been published before.`,
            why: 'Microsoft Update can expire only updates that it has published.',
            todo: 'Move this event to a later time, or publish the update earlier.'
        })
    },
    fixable: 'suggestion',
    checks: {
        scenario(scenario, context) {
            for (const event of scenario.events) {
                const reason = noEffectReasonOf(context.hierarchy, scenario, event);
                if (reason) {
                    const sentence = originOf(event);
                    const at = readSentence(sentence).names[0]?.at;
                    const tops = reason === 'not-top' ? [...topCodesOf(context.hierarchy)] : [];
                    context.report(reason, {
                        at: at === undefined ? { of: event } : placeAt(sentence, at),
                        args: { name: at === undefined ? 'Microsoft Update' : inCode(tokensOf(sentence)[at]!.text).slice(1, -1), tops },
                        fixes: () => [
                            ...tops.slice(0, offered).map(code => synchronizeAt(sentence, at!, code)),
                            { title: `Remove ${inCode(sentence.$cstNode!.text)}`, edits: [removeStatement(event)] }
                        ]
                    });
                }
            }
        }
    }
});

function synchronizeAt(sentence: Sentence, at: number, code: string): Fix {
    return { title: `Synchronize ${code} instead`, edits: [replaceText(AstUtils.getDocument(sentence), spanAt(sentence, at)!, code)] };
}

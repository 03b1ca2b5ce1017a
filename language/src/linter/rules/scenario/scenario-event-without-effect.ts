import { noEffectReasonOf, topCodesOf } from '@sup/model';
import { AstUtils } from 'langium';
import { removeStatement, replaceText } from '../../edits/edit.js';
import { originOf } from '../../../analysis/projection/origin.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { listOf } from '../../../syntax/wording.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { readSentence } from '../../../syntax/tree/read-sentences.js';
import { placeAt, type Sentence, spanAt, tokensOf } from '../../../syntax/tree/sentences.js';

/** Sites that are offered in place of another. */
const offered = 3;

export default defineRule({
    id: 'scenario-event-without-effect',
    since: '0.1.0',
    summary: 'Every event of a scenario can happen in this hierarchy, and changes something.',
    category: 'scenario',
    reach: 'graph',
    sources: ['About Software Updates Synchronization', 'About the Software Update Point', 'How to Synchronize Updates Using Export and Import'],
    messages: {
        'no-wsus': ({ name }: { name: string }) => ({
            what: `Nothing changes: the plan has no WSUS on ${name}.`,
            why: 'The event is about WSUS or its web site, which is not there.',
            todo: 'Add `wsus` to the server, or let it happen to another.'
        }),
        'no-point': ({ name }: { name: string }) => ({
            what: `Nothing changes: ${name} bears no software update point that is in use.`,
            why: 'Configuration Manager uses and configures WSUS for an active or Internet-based software update point only.',
            todo: 'Name a server that bears one, or take the event out.'
        }),
        'no-link': ({ name }: { name: string }) => ({
            what: `Nothing changes: ${name} has no link, because it reports to no site.`,
            why: 'The link of a site is the one to its parent.',
            todo: 'Name the site at the lower end of the link.'
        }),
        'no-proxy': ({ name }: { name: string }) => ({
            what: `Nothing changes: the software update point on ${name} uses no proxy server.`,
            why: 'Its requests reach their source directly.',
            todo: 'Add `proxy` to the role, or take the event out.'
        }),
        'not-top': ({ name, tops }: { name: string; tops: readonly string[] }) => ({
            what: `Nothing happens: the synchronization of ${name} cannot be started by hand.`,
            why: `It follows from that of its parent site; the console offers to run one at the top only, here at ${listOf(tops)}.`,
            todo: 'Start it there, and it goes on downwards.'
        }),
        'replica': ({ name }: { name: string }) => ({
            what: `Nothing happens: ${name} stands on a secondary site, where WSUS is a replica.`,
            why: 'A replica takes everything from its upstream server, and updates cannot be imported into it.',
            todo: 'Name a server of a primary site, or take the event out.'
        }),
        'connected': ({ name }: { name: string }) => ({
            what: `Nothing happens: ${name} is connected to its source.`,
            why: 'Export and import are for a software update point that cannot reach its source, which the plan says with `source: none`.',
            todo: 'Write `source: none` in the plan, or take the event out.'
        }),
        'not-failed': ({ name }: { name: string }) => ({
            what: `Nothing changes: ${name} works at this time.`,
            why: 'No event before it lets that fail, or what failed is back already.',
            todo: 'Take the event out, or let it fail before.'
        }),
        'not-published': ({ name }: { name: string }) => ({
            what: `Nothing happens: ${name} is not published before.`,
            why: 'Microsoft Update can only expire what it has published.',
            todo: 'Let this happen later, or publish the update earlier.'
        })
    },
    fixable: 'suggestion',
    checks: {
        scenario(scenario, context) {
            for (const event of scenario.events) {
                const idleness = noEffectReasonOf(context.hierarchy, scenario, event);
                if (idleness) {
                    const sentence = originOf(event);
                    const at = readSentence(sentence).names[0]?.at;
                    const tops = idleness === 'not-top' ? [...topCodesOf(context.hierarchy)] : [];
                    context.report(idleness, {
                        at: at === undefined ? { of: event } : placeAt(sentence, at),
                        args: { name: at === undefined ? 'Microsoft Update' : inCode(tokensOf(sentence)[at]!.text).slice(1, -1), tops },
                        fixes: () => [
                            ...tops.slice(0, offered).map(code => startAt(sentence, at!, code)),
                            { title: `Remove ${inCode(sentence.$cstNode!.text)}`, edits: [removeStatement(event)] }
                        ]
                    });
                }
            }
        }
    }
});

function startAt(sentence: Sentence, at: number, code: string): Fix {
    return { title: `Start it at ${code}`, edits: [replaceText(AstUtils.getDocument(sentence), spanAt(sentence, at)!, code)] };
}

import { isSameName, listOf } from '@sup/model';
import { removeName, replaceName } from '../../edits/list-edits.js';
import { starterCriteria } from '../../edits/synchronization-edits.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { classifications, laterClassifications, wsusClassifications } from '../../../syntax/catalogue/vocabulary.js';
import { inCode } from '../../../syntax/tree/characters.js';

const why = 'No update that Configuration Manager 2007 synchronizes has this classification, so it brings nothing.';
const todo = 'Remove it, or choose another classification.';

export default defineRule({
    id: 'unknown-classification',
    since: '0.1.0',
    summary: 'Every update classification is one that Configuration Manager 2007 synchronizes.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['Planning for Software Updates (later releases)', 'Software Update Point Component Properties: Classifications Tab'],
    messages: {
        unknown: ({ name }: { name: string }) => ({
            what: `${inCode(name)} is not an update classification.`,
            why,
            todo: `Choose from ${listOf(classifications, classifications.length)}.`
        }),
        later: ({ name }: { name: string }) => ({ what: `${inCode(name)} is an update classification of later releases only.`, why, todo }),
        wsusOnly: ({ name }: { name: string }) => ({ what: `WSUS has the update classification ${inCode(name)}, but Configuration Manager does not synchronize it.`, why, todo })
    },
    severities: {
        later: { severity: 'warning', because: 'The name is correct, in a later release; the other classifications are synchronized.' },
        wsusOnly: { severity: 'warning', because: 'The name is correct, in WSUS; the other classifications are synchronized.' }
    },
    fixable: 'suggestion',
    checks: {
        synchronization(settings, context) {
            const { classifications: chosen = [] } = settings;
            chosen.forEach((name, index) => {
                const isIn = (list: readonly string[]): boolean => list.some(each => isSameName(each, name));
                if (isIn(classifications)) {
                    return;
                }
                context.report(isIn(laterClassifications) ? 'later' : isIn(wsusClassifications) ? 'wsusOnly' : 'unknown', {
                    at: { of: settings, part: 'classifications', index },
                    args: { name },
                    fixes: () => [
                        ...replacements(name, chosen).map((meant): Fix => ({ title: `Change to \`${meant}\``, edits: [replaceName(settings, 'classifications', index, meant)] })),
                        // Without any classification, nothing would be synchronized.
                        ...chosen.length > 1 ? [{ title: `Remove ${inCode(name)}`, edits: [removeName(settings, 'classifications', index)] }] : []
                    ]
                });
            });
        }
    }
});

/** The classifications that may be meant; for the only one of a list, otherwise a starter value. */
function replacements(name: string, chosen: readonly string[]): readonly string[] {
    const alike = nearest(name, classifications);
    return alike.length > 0 || chosen.length > 1 ? alike : classifications.filter(each => starterCriteria.classifications.includes(each));
}

import { anyOf, isKnownProduct, knownProducts } from '@sup/model';
import { replaceName } from '../../edits/list-edits.js';
import { defineRule } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { inCode } from '../../../syntax/tree/characters.js';

export default defineRule({
    id: 'unknown-product',
    since: '0.1.0',
    summary: 'Every product has a name that Microsoft Update is known to use.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['Software Update Point Component Properties: Products Tab', 'A list from memory: no document lists the products'],
    messages: {
        alike: ({ name, alike }: { name: string; alike: readonly string[] }) => ({
            what: `${inCode(name)} is not among the product names that this extension knows.`,
            why: 'Microsoft Update decides which products exist, and a product that it does not have cannot be chosen. The known names are incomplete and not confirmed by a document.',
            todo: `Compare the name with the Products tab of the console. Did you mean ${anyOf(alike.map(each => `\`${each}\``))}?`
        }),
        unknown: ({ name }: { name: string }) => ({
            what: `${inCode(name)} is not among the product names that this extension knows.`,
            why: 'Microsoft Update decides which products exist, and a product that it does not have cannot be chosen. The known names are incomplete and not confirmed by a document.',
            todo: 'Compare the name with the Products tab of the console.'
        })
    },
    severities: {
        alike: { severity: 'hint', because: 'The list of names is incomplete and from memory.' },
        unknown: { severity: 'hint', because: 'The list of names is incomplete and from memory.' }
    },
    fixable: 'suggestion',
    checks: {
        synchronization(settings, context) {
            settings.products?.forEach((name, index) => {
                if (isKnownProduct(name)) {
                    return;
                }
                const alike = nearest(name, knownProducts);
                const at = { of: settings, part: 'products', index };
                if (alike.length === 0) {
                    context.report('unknown', { at, args: { name } });
                } else {
                    context.report('alike', {
                        at,
                        args: { name, alike },
                        fixes: () => alike.map(meant => ({ title: `Change to \`${meant}\``, edits: [replaceName(settings, 'products', index, meant)] }))
                    });
                }
            });
        }
    }
});

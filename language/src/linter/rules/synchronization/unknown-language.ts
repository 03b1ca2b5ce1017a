import { isSameName } from '@sup/model';
import { type ListKey, listIn, removeName, replaceName } from '../../edits/list-edits.js';
import { defineRule } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { languages } from '../../../syntax/catalogue/languages.js';
import { inCode } from '../../../syntax/tree/characters.js';

const keys = ['languages', 'summary languages'] as const satisfies readonly ListKey[];

export default defineRule({
    id: 'unknown-language',
    since: '0.1.0',
    summary: 'Every language is one in which the product offers updates.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['Planning for Software Updates (later releases)', 'CMSoftwareUpdatePointComponent (ConfigMgrCBDsc, later releases)'],
    messages: {
        unknown: ({ name, key, code }: { name: string; key: ListKey; code: string | undefined }) => ({
            what: `${inCode(name)} in \`${key}\` is not the code of a language that software updates have.`,
            why: 'The console offers a fixed list of languages, so this one cannot be chosen, and no update files or summaries come in it.',
            todo: code === undefined ? 'Write a code such as `en`, `de` or `zh-CN`, or remove it.' : `Write \`${code}\`.`
        })
    },
    severities: {
        unknown: { severity: 'warning', because: 'The list of languages is that of later releases; the other languages of the list are synchronized.' }
    },
    fixable: 'suggestion',
    checks: {
        synchronization(settings, context) {
            for (const key of keys) {
                const chosen = listIn(settings, key) ?? [];
                chosen.forEach((name, index) => {
                    if (languages.has(name)) {
                        return;
                    }
                    const meant = codesFor(name);
                    context.report('unknown', {
                        at: { of: settings, part: key, index },
                        args: { name, key, code: meant[0] },
                        fixes: () => [
                            ...meant.map(code => ({ title: `Change to \`${code}\``, edits: [replaceName(settings, key, index, code)] })),
                            // Without any language, nothing would be synchronized.
                            ...chosen.length > 1 ? [{ title: `Remove ${inCode(name)}`, edits: [removeName(settings, key, index)] }] : []
                        ]
                    });
                });
            }
        }
    }
});

/** The codes that may be meant: in another case, for a name instead of a code, for a language with a region, or for a similar name. */
function codesFor(name: string): readonly string[] {
    const codes = [...languages.keys()];
    const byName = (names: readonly string[]): readonly string[] => codes.filter(code => names.includes(languages.get(code)!));
    const [language = ''] = name.split(/[-_]/);
    const exact = [...codes.filter(code => isSameName(code, name.replace('_', '-'))), ...codes.filter(code => isSameName(languages.get(code)!, name))];
    const found = exact.length > 0 ? exact : codes.filter(code => isSameName(code.split('-', 1)[0]!, language));
    return found.length > 0 ? found.slice(0, 3) : name.length < 4 ? [] : byName(nearest(name, languages.values()));
}

import { listOf } from '@sup/model';
import { AstUtils, type URI, UriUtils } from 'langium';
import { configFileName } from '../../../config/settings.js';
import { originOf } from '../../../analysis/projection/origin.js';
import { type PlanCopy, planCopiesIn } from '../../../analysis/workspace/plan-copies.js';
import * as ast from '../../../syntax/generated/ast.js';
import { headersIn } from '../../../syntax/segments/headers.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'hierarchy-copied',
    since: '0.1.0',
    summary: 'Versions of a plan in several folders have a `sup.config.json` each, so that they are not read as one hierarchy.',
    category: 'language',
    reach: 'graph',
    sources: ['The .sup language'],
    messages: {
        copied: ({ hierarchy, folders, sites }: { hierarchy: string; folders: readonly string[]; sites: readonly string[] }) => ({
            what: `The folders ${listOf(folders)} each declare ${sites.length === 1 ? 'site' : 'the sites'} ${listOf(sites)} of ${hierarchy}.`,
            why: 'Files with the same `hierarchy` line are one plan, so the versions are mixed, and rules that compare sites are not applied to them.',
            todo: `Create a \`${configFileName}\` in each folder, which makes the folder a plan by itself, or name the hierarchies differently.`
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (!ast.isHierarchyHeader(statement) || headerOf(statement) !== statement) {
                return;
            }
            const copies = planCopiesIn(context.hierarchy);
            const [first, second] = copies;
            // One finding for all folders, in the second one.
            if (!first || !second || AstUtils.getDocument(originOf(second.top)) !== AstUtils.getDocument(statement)) {
                return;
            }
            const names = namesOf(copies.map(({ folder }) => folder));
            const others = copies.filter(copy => copy !== second);
            context.report('copied', {
                at: { of: statement, part: 'name' },
                args: { hierarchy: inCode(statement.name ?? ''), folders: copies.map(copy => inCode(names.get(copy.folder)!)), sites: [...first.codes].filter(code => second.codes.has(code)) },
                related: others.flatMap(({ top, folder }) => {
                    const header = headerOf(originOf(top));
                    return header ? { of: header, part: 'name', message: `${inCode(names.get(folder)!)} is read as the same hierarchy` } : [];
                }),
                fixes: () => {
                    const separate = copies.filter(({ folder }) => !copies.some(other => isInside(other.folder, folder)));
                    return [{
                        title: `Make ${listOf(separate.map(({ folder }) => inCode(names.get(folder)!)))} ${separate.length === 1 ? 'a plan by itself' : 'plans by themselves'}`,
                        edits: [],
                        configurations: separate.map(({ folder }) => UriUtils.joinPath(folder, configFileName))
                    }];
                }
            });
        }
    }
});

/** The `hierarchy` line that counts in the file of a statement. */
function headerOf(statement: ast.HierarchyHeader | ReturnType<typeof originOf>): ast.HierarchyHeader | undefined {
    return headersIn(AstUtils.getDocument(statement).parseResult)[0];
}

function isInside(folder: PlanCopy['folder'], around: PlanCopy['folder']): boolean {
    return folder !== around && folder.toString().startsWith(around.toString());
}

/** The paths of folders relative to the folder that contains all of them; that folder itself by its name. */
function namesOf(folders: readonly URI[]): ReadonlyMap<URI, string> {
    const paths = folders.map(({ path }) => path.split('/').filter(name => name !== ''));
    const shortest = Math.min(...paths.map(({ length }) => length));
    const common = paths[0]!.findIndex((name, i) => i >= shortest || paths.some(path => path[i] !== name));
    return new Map(folders.map((folder, i) => [folder, paths[i]!.slice(common < 0 ? shortest : common).join('/') || (paths[i]!.at(-1) ?? '/')]));
}

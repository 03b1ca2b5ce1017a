import { categories, categoryNames } from '@sup/language';
import { counted, withoutLogCommands } from '@sup/model';
import type { Paint } from '../paint.js';
import { table } from '../table.js';
import { visible } from '../visible.js';
import type { ListedRules } from './rules.js';

/** The rule set for people, by category. */
export function pretty({ configuration, rules }: ListedRules, paint: Paint): string {
    const blocks = categoryNames.map(name => {
        const inCategory = rules.filter(({ rule }) => rule.category === name);
        const rows = inCategory.map(({ rule: { id, fixable, summary }, level, configured }) => [id, configured ?? level, fixable === 'none' ? '' : fixable, summary]);
        const [heading, ...lines] = table([['Rule', 'left'], ['Level', 'left'], ['Fix', 'left'], ['Summary', 'left']], rows);
        return inCategory.length === 0 ? '' : `${paint('underline', `${categories[name].summary} (category:${name})`)}\n${paint('dim', heading!)}\n${lines.map(line => `${line}\n`).join('')}\n`;
    });
    const levels = configuration === undefined ? 'Levels are the defaults; no sup.config.json applies here.' : `Levels are those of ${visible(configuration)}, else the defaults.`;
    return withoutLogCommands(`${blocks.join('')}${counted(rules.length, 'rule')}. ${levels} \`sup explain RULE\` shows the page of a rule.\n`);
}
